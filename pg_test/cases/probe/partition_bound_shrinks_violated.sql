-- The rest of what it held goes to another partition, but one row to none.
-- @target
CREATE TABLE w (a int) PARTITION BY RANGE (a);
CREATE TABLE w1 PARTITION OF w FOR VALUES FROM (0) TO (100);
-- @source
CREATE TABLE w (a int) PARTITION BY RANGE (a);
CREATE TABLE w1 PARTITION OF w FOR VALUES FROM (0) TO (10);
CREATE TABLE w2 PARTITION OF w FOR VALUES FROM (10) TO (20);
-- @rows
INSERT INTO w VALUES (5), (15), (25);
-- @fails is violated by some row
