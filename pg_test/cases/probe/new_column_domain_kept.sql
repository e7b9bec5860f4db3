-- The domain's default, or the column's, is something; or there are no rows.
-- @both
CREATE DOMAIN d AS int NOT NULL;
CREATE DOMAIN e AS int NOT NULL DEFAULT 5;
CREATE TABLE t (a int);
CREATE TABLE u (a int);
-- @source
ALTER TABLE t ADD b d DEFAULT 1, ADD c e;
ALTER TABLE u ADD b d;
-- @rows
INSERT INTO t VALUES (1);
