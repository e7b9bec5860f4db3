-- A bound that becomes narrower than the rows, and nobody takes them.
-- @target
CREATE TABLE w (a int) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF w FOR VALUES FROM (1) TO (10);
-- @source
CREATE TABLE w (a int) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF w FOR VALUES FROM (1) TO (5);
CREATE TABLE q PARTITION OF w FOR VALUES FROM (5) TO (8);
-- @rows
INSERT INTO w VALUES (1), (6), (9);
-- @fails is violated by some row
