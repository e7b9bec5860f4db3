-- Partitions print the names of what they inherit.
-- @server 18
-- @both
CREATE TABLE p (k integer CONSTRAINT "k nn" NOT NULL, a integer, b integer CONSTRAINT first NOT NULL) PARTITION BY LIST (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
-- @target
CREATE TABLE p2 (k integer CONSTRAINT two NOT NULL, a integer, b integer NOT NULL);
ALTER TABLE p ATTACH PARTITION p2 FOR VALUES IN (2);
ALTER TABLE p ADD CONSTRAINT ann NOT NULL a;
-- @source
CREATE TABLE p2 (k integer CONSTRAINT zwei NOT NULL, a integer, b integer NOT NULL);
ALTER TABLE p ATTACH PARTITION p2 FOR VALUES IN (2);
CREATE TABLE p3 PARTITION OF p FOR VALUES IN (3);
-- @rows
INSERT INTO p VALUES (1, 1, 1), (2, 2, 2);
