-- Null violates nothing; NO INHERIT is not for children; NOT VALID for nobody.
-- @both
CREATE TABLE t (a int);
CREATE TABLE child () INHERITS (t);
-- @source
ALTER TABLE t ADD CHECK (a > 0) NO INHERIT, ADD CONSTRAINT later CHECK (a > 100) NOT VALID;
-- @rows
INSERT INTO t VALUES (1), (NULL);
INSERT INTO child VALUES (-1);
