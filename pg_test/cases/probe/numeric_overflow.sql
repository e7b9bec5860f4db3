-- A number that has too many digits.
-- @target
CREATE TABLE t (a numeric(10, 2));
-- @source
CREATE TABLE t (a numeric(5, 2));
-- @rows
INSERT INTO t VALUES (12345.67);
-- @fails field overflow
