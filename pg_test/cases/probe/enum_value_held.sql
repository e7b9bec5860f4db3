-- A row of a partition holds the value that goes, by which the table is divided.
-- @target
CREATE TYPE "E" AS ENUM ('a', 'b');
CREATE TABLE t ("K" "E") PARTITION BY LIST ("K");
CREATE TABLE t1 PARTITION OF t DEFAULT;
-- @source
CREATE TYPE "E" AS ENUM ('a');
CREATE TABLE t ("K" "E") PARTITION BY LIST ("K");
CREATE TABLE t1 PARTITION OF t DEFAULT;
-- @rows
INSERT INTO t VALUES ('a'), ('b');
-- @fails invalid input
