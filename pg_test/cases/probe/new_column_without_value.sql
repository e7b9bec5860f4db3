-- NOT NULL and nothing to put there.
-- @target
CREATE TABLE t (a int);
-- @source
CREATE TABLE t (a int, b int NOT NULL);
-- @rows
INSERT INTO t VALUES (1);
-- @fails contains null values
