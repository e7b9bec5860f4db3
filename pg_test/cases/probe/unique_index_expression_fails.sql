-- The same with a unique one.
-- @both
CREATE TABLE t (a int, b int);
-- @source
CREATE UNIQUE INDEX i ON t ((a / b));
-- @rows
INSERT INTO t VALUES (1, 1), (1, 0);
-- @fails division by zero
