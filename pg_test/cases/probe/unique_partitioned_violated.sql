-- The same keys in one partition.
-- @both
CREATE TABLE t (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (10) TO (20);
-- @source
ALTER TABLE t ADD PRIMARY KEY (a, b);
-- @rows
INSERT INTO t VALUES (1, 1), (11, 1), (11, 1);
-- @fails could not create unique index
