-- A partitioned table is attached, and the row is in its partition.
-- @both
CREATE TABLE w (a int, b int) PARTITION BY RANGE (a);
-- @target
CREATE TABLE s (a int, b int) PARTITION BY LIST (b);
CREATE TABLE s1 PARTITION OF s FOR VALUES IN (1);
-- @source
CREATE TABLE s PARTITION OF w FOR VALUES FROM (0) TO (10) PARTITION BY LIST (b);
CREATE TABLE s1 PARTITION OF s FOR VALUES IN (1);
-- @rows
INSERT INTO s VALUES (1, 1), (10, 1);
-- @fails is violated by some row
