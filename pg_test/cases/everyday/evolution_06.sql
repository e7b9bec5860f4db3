-- Two states of everyday schemas, whose names stand above each: kindswap, fnkind.
-- @target
-- kindswap
CREATE SEQUENCE ks;
CREATE VIEW ks_v AS SELECT last_value::int AS id, 'x'::text AS n FROM ks;
-- fnkind
CREATE AGGREGATE fk(int) (SFUNC = int4pl, STYPE = int);
CREATE VIEW fkv AS SELECT fk(g) AS x FROM generate_series(1,2) g;
-- @source
-- kindswap
CREATE TYPE ks AS ENUM ('a');
CREATE FUNCTION ks_f() RETURNS ks LANGUAGE sql IMMUTABLE AS $$SELECT 'a'::ks$$;
CREATE VIEW ks_v AS SELECT 1 AS id, ks_f()::text AS n;
-- fnkind
CREATE FUNCTION fk(a int) RETURNS TABLE (x int, y text) LANGUAGE sql AS $$SELECT a, 'y'::text$$;
CREATE VIEW fkv AS SELECT * FROM fk(1);
