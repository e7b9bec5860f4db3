-- A table that has an index already becomes a partition, and its index a part of one that is new. The new one must be there before the
-- table is attached: ATTACH PARTITION finds the parts only of indexes that are there.
-- @both
CREATE TABLE parted (a int NOT NULL, b int) PARTITION BY RANGE (a);
CREATE TABLE part (a int NOT NULL, b int);
CREATE INDEX part_sum ON part ((a + b));
CREATE UNIQUE INDEX part_unique ON part (a);
CREATE TABLE keyed (a int CONSTRAINT keyed_key PRIMARY KEY, b int);
CREATE TABLE roof (a int NOT NULL, b int) PARTITION BY RANGE (a);
-- @source
CREATE INDEX parted_sum ON parted ((a + b));
CREATE UNIQUE INDEX parted_unique ON parted (a);
ALTER TABLE parted ATTACH PARTITION part FOR VALUES FROM (0) TO (1000);
ALTER TABLE roof ADD CONSTRAINT roof_key PRIMARY KEY (a);
ALTER TABLE roof ATTACH PARTITION keyed FOR VALUES FROM (0) TO (1000);
-- @rows
INSERT INTO part VALUES (1, 2);
INSERT INTO keyed VALUES (1, 2);
-- @rows source
INSERT INTO part VALUES (1, 2);
INSERT INTO keyed VALUES (1, 2);
