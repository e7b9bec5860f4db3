-- A new column whose default violates its own check, where there are rows.
-- @target
CREATE TABLE t (a int);
-- @source
CREATE TABLE t (a int, b int DEFAULT 0 CHECK (b > 0));
-- @rows
INSERT INTO t VALUES (1);
-- @fails is violated by some row
