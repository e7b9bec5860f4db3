-- A foreign key that stands looks up the rows of the default partition, so that the plan can't move them to the one that comes.
-- @both
CREATE TABLE w (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE "D" PARTITION OF w DEFAULT;
CREATE TABLE r (a int REFERENCES w);
-- @source
CREATE TABLE w1 PARTITION OF w FOR VALUES FROM (0) TO (10);
-- @rows
INSERT INTO w VALUES (5), (50);
INSERT INTO r VALUES (5);
-- @fails would be violated by some row
