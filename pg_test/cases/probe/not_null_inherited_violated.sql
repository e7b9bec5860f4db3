-- The null is in a child.
-- @both
CREATE TABLE t (a int);
CREATE TABLE c (b int) INHERITS (t);
-- @source
ALTER TABLE t ALTER a SET NOT NULL;
-- @rows
INSERT INTO c VALUES (NULL, 1);
-- @fails contains null values
