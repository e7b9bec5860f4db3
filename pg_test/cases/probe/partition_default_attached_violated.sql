-- The default partition that is attached has a row of another partition.
-- @both
CREATE TABLE w (a int) PARTITION BY RANGE (a);
CREATE TABLE w1 PARTITION OF w FOR VALUES FROM (0) TO (10);
-- @target
CREATE TABLE d (a int);
-- @source
CREATE TABLE d PARTITION OF w DEFAULT;
-- @rows
INSERT INTO d VALUES (5), (NULL);
-- @fails is violated by some row
