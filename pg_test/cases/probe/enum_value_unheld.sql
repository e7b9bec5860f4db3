-- Nobody holds the value that goes.
-- @target
CREATE TYPE "E" AS ENUM ('a', 'b');
CREATE TABLE t ("K" "E", v "E");
-- @source
CREATE TYPE "E" AS ENUM ('a');
CREATE TABLE t ("K" "E", v "E");
-- @rows
INSERT INTO t VALUES ('a', NULL);
