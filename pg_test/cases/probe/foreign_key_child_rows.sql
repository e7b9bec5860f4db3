-- The referenced table's child has the row, which doesn't count.
-- @both
CREATE TABLE o (x int PRIMARY KEY);
CREATE TABLE oc () INHERITS (o);
CREATE TABLE t (a int);
-- @source
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES o;
-- @rows
INSERT INTO oc VALUES (1);
INSERT INTO t VALUES (1);
-- @fails violates foreign key constraint
