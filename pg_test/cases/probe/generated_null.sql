-- The expression of the new column, which is NOT NULL, is null.
-- @both
CREATE TABLE t (a int, b int);
-- @source
ALTER TABLE t ADD c int NOT NULL GENERATED ALWAYS AS (a + b) STORED;
-- @rows
INSERT INTO t VALUES (1, NULL);
-- @fails contains null values
