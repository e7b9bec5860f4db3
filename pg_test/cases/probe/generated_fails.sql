-- The expression of the new column can't be computed of a row.
-- @both
CREATE TABLE t (a int, b int);
-- @source
ALTER TABLE t ADD c int GENERATED ALWAYS AS (a / b) STORED;
-- @rows
INSERT INTO t VALUES (1, 0);
-- @fails division by zero
