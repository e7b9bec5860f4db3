-- The default partition is divided itself: nothing is moved out of it.
-- @both
CREATE TABLE w (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE d PARTITION OF w DEFAULT PARTITION BY LIST (b);
CREATE TABLE d1 PARTITION OF d DEFAULT;
-- @source
CREATE TABLE w1 PARTITION OF w FOR VALUES FROM (0) TO (10);
-- @rows
INSERT INTO w VALUES (5, 1), (50, 1);
-- @fails would be violated by some row
