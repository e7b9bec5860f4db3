-- A number that doesn't fit.
-- @target
CREATE TABLE t (a bigint);
-- @source
CREATE TABLE t (a int);
-- @rows
INSERT INTO t VALUES (1), (5000000000);
-- @fails out of range
