-- Its own bound holds the row, that of the level above doesn't.
-- @both
CREATE TABLE w (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE m PARTITION OF w FOR VALUES FROM (0) TO (10) PARTITION BY LIST (b);
-- @target
CREATE TABLE m1 (a int, b int);
-- @source
CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1);
-- @rows
INSERT INTO m1 VALUES (1, 1), (10, 1);
-- @fails is violated by some row
