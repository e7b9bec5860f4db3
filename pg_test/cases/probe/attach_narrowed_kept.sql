-- A bound that becomes narrower than the rows, which another partition takes; and one whose rows all stay.
-- @target
CREATE TABLE w (a int) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF w FOR VALUES FROM (1) TO (10);
CREATE TABLE p2 PARTITION OF w FOR VALUES FROM (20) TO (30);
-- @source
CREATE TABLE w (a int) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF w FOR VALUES FROM (1) TO (5);
CREATE TABLE q PARTITION OF w FOR VALUES FROM (5) TO (8);
CREATE TABLE p2 PARTITION OF w FOR VALUES FROM (20) TO (25);
-- @rows
INSERT INTO w VALUES (1), (6), (24);
-- @rows source
INSERT INTO w VALUES (1), (6), (24);
