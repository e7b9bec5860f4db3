-- A table becomes a partitioned one, and no partition takes a row.
-- @target
CREATE TABLE w (a int, b int);
-- @source
CREATE TABLE w (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE w1 PARTITION OF w FOR VALUES FROM (0) TO (10) PARTITION BY LIST (b);
CREATE TABLE w1a PARTITION OF w1 FOR VALUES IN (1, NULL);
-- @rows
INSERT INTO w VALUES (5, 1), (6, 2);
-- @fails no partition of relation
