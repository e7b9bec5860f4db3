-- A column that becomes an identity, and holds a null.
-- @target
CREATE TABLE t (a int, b int);
-- @source
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b int);
-- @rows
INSERT INTO t VALUES (NULL, 1);
-- @fails contains null values
