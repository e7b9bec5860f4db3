-- Text that is no number.
-- @target
CREATE TABLE t (a text);
-- @source
CREATE TABLE t (a integer);
-- @rows
INSERT INTO t VALUES ('1'), ('abc');
-- @fails invalid input syntax
