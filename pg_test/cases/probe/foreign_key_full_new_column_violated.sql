-- One column is new, and null; where all or none must be, those that have a value in the other are refused.
-- @both
CREATE TABLE t (a int);
CREATE TABLE p (x int, y int, PRIMARY KEY (x, y));
-- @source
ALTER TABLE t ADD COLUMN "B" int, ADD FOREIGN KEY (a, "B") REFERENCES p MATCH FULL;
-- @rows
INSERT INTO p VALUES (1, 1);
INSERT INTO t VALUES (1), (NULL);
-- @fails MATCH FULL does not allow mixing of null and nonnull key values
