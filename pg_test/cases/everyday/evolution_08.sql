-- Two states of everyday schemas, whose names stand above each: kindswap, fnkind.
-- @target
-- kindswap
CREATE TYPE ks AS ENUM ('a');
CREATE FUNCTION ks_f() RETURNS ks LANGUAGE sql IMMUTABLE AS $$SELECT 'a'::ks$$;
CREATE VIEW ks_v AS SELECT 1 AS id, ks_f()::text AS n;
-- fnkind
CREATE FUNCTION fk(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE VIEW fkv AS SELECT fk(1) AS x;
-- @source
-- kindswap
CREATE TYPE ks AS (id int, n text);
CREATE FUNCTION ks_f() RETURNS SETOF ks LANGUAGE sql IMMUTABLE AS $$SELECT 1, 'a'::text$$;
CREATE VIEW ks_v AS SELECT * FROM ks_f();
-- fnkind
CREATE FUNCTION fk(a int) RETURNS SETOF int LANGUAGE sql AS 'SELECT a';
CREATE VIEW fkv AS SELECT x FROM fk(1) x;
