-- An index over an expression that fails for a row.
-- @both
CREATE TABLE t (a int, b int);
-- @source
CREATE INDEX ON t ((a / b));
-- @rows
INSERT INTO t VALUES (1, 0);
-- @fails division by zero
