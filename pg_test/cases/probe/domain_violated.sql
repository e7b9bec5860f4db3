-- A value in a column of the domain, and in one of a domain over it.
-- @target
CREATE DOMAIN d AS int;
CREATE TABLE t ("VALUE" d);
-- @source
CREATE DOMAIN d AS int CHECK (VALUE > 0 AND 'VALUE' <> '');
CREATE TABLE t ("VALUE" d);
-- @rows
INSERT INTO t VALUES (1), (-1);
-- @fails that violate the new constraint
