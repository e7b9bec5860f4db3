-- Two states of everyday schemas, whose names stand above each: kindswap, fnkind.
-- @target
-- kindswap
CREATE SEQUENCE ks;
CREATE VIEW ks_v AS SELECT last_value::int AS id, 'x'::text AS n FROM ks;
-- fnkind
CREATE FUNCTION fk(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE VIEW fkv AS SELECT fk(1) AS x;
-- @source
-- kindswap
CREATE DOMAIN ks AS int CHECK (VALUE > 0);
CREATE TABLE ks_v (id ks, n text);
-- fnkind
CREATE FUNCTION fk(b int) RETURNS int LANGUAGE sql AS 'SELECT b';
CREATE VIEW fkv AS SELECT fk(1) AS x, fk(2) AS y;
