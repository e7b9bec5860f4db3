-- Duplicates of an expression, within the predicate only.
-- @both
CREATE TABLE t (a text, b int);
-- @source
CREATE UNIQUE INDEX ON t (lower(a)) WHERE b > 1;
-- @rows
INSERT INTO t VALUES ('x', 2), ('X', 3), ('y', 0);
-- @fails could not create unique index
