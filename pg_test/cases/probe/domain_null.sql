-- NOT NULL for a domain with nulls in rows.
-- @target
CREATE DOMAIN d AS int;
CREATE TABLE t (a d);
-- @source
CREATE DOMAIN d AS int NOT NULL;
CREATE TABLE t (a d);
-- @rows
INSERT INTO t VALUES (NULL);
-- @fails contains null values
