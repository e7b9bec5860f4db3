-- The new column's domain takes no null, and there is no default.
-- @both
CREATE DOMAIN d AS int NOT NULL;
CREATE TABLE t (a int);
-- @source
ALTER TABLE t ADD b d;
-- @rows
INSERT INTO t VALUES (1);
-- @fails does not allow null values
