-- NOT NULL of a partitioned table with a null in a partition of a partition.
-- @target
CREATE TABLE t (a int, b int) PARTITION BY LIST (a);
CREATE TABLE p PARTITION OF t DEFAULT PARTITION BY LIST (a);
CREATE TABLE q PARTITION OF p DEFAULT;
-- @source
CREATE TABLE t (a int, b int NOT NULL) PARTITION BY LIST (a);
CREATE TABLE p PARTITION OF t DEFAULT PARTITION BY LIST (a);
CREATE TABLE q PARTITION OF p DEFAULT;
-- @rows
INSERT INTO t VALUES (1, NULL);
-- @fails contains null values
