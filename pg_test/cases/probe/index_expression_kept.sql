-- The row is not for the index, or can be computed.
-- @both
CREATE TABLE t (a int, b int);
-- @source
CREATE INDEX i ON t ((a / b)) WHERE b <> 0;
CREATE UNIQUE INDEX u ON t ((a / (b + 1)));
-- @rows
INSERT INTO t VALUES (1, 1), (1, 0);
