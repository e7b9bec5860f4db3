-- A generated column whose expression fails for a row.
-- @target
CREATE TABLE t (a int, b int);
-- @source
CREATE TABLE t (a int, b int, c int GENERATED ALWAYS AS (a / b) STORED);
-- @rows
INSERT INTO t VALUES (1, 0);
-- @fails division by zero
