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
CREATE TABLE ks_base (id int, n text);
CREATE INDEX ks ON ks_base (id);
CREATE TABLE ks_v AS SELECT * FROM ks_base;
-- fnkind
CREATE FUNCTION fk(a int) RETURNS TABLE (x int, y text) LANGUAGE sql AS $$SELECT a, 'y'::text$$;
CREATE VIEW fkv AS SELECT * FROM fk(1);
