-- In a child, by a function.
-- @both
CREATE FUNCTION f(int) RETURNS boolean IMMUTABLE LANGUAGE sql RETURN $1 > 0;
CREATE TABLE t (a int);
CREATE TABLE child (b int) INHERITS (t);
-- @source
ALTER TABLE t ADD CHECK (f(a));
-- @rows
INSERT INTO child VALUES (-1, 1);
-- @fails is violated by some row
