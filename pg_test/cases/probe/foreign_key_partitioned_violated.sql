-- From one partitioned table to another.
-- @both
CREATE TABLE w (a int PRIMARY KEY) PARTITION BY LIST (a);
CREATE TABLE w1 PARTITION OF w DEFAULT;
CREATE TABLE r (a int, w int) PARTITION BY LIST (a);
CREATE TABLE r1 PARTITION OF r DEFAULT;
-- @source
ALTER TABLE r ADD FOREIGN KEY (w) REFERENCES w;
-- @rows
INSERT INTO w VALUES (1);
INSERT INTO r VALUES (1, 1), (1, NULL), (1, 2);
-- @fails violates foreign key constraint
