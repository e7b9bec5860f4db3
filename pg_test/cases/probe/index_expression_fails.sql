-- What the index computes can't be computed of a row.
-- @both
CREATE TABLE t (a int, b int);
-- @source
CREATE INDEX i ON t ((a / b));
-- @rows
INSERT INTO t VALUES (1, 1), (1, 0);
-- @fails division by zero
