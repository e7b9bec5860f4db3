-- Routines of every shape: overloads, variadic, polymorphic, OUT, cost, parallel, window, settings, transforms of signature.
-- @target
CREATE FUNCTION public.a(x int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.a(x text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.b(VARIADIC x int[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.c(anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.d(OUT a int, OUT b int) LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION public.e() RETURNS void LANGUAGE plpgsql COST 5 AS 'BEGIN END';
CREATE FUNCTION public.f() RETURNS SETOF int LANGUAGE sql ROWS 10 STABLE AS 'SELECT 1';
CREATE PROCEDURE public.g(a int, OUT b int) LANGUAGE plpgsql AS 'BEGIN b := a; END';
CREATE FUNCTION public.h(a int, b int DEFAULT 2, c text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE public.agg(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
CREATE VIEW public.v AS SELECT public.h(1) AS h, public.a(1) AS a, public.agg(x) AS s FROM generate_series(1, 2) x;
-- @source
CREATE FUNCTION public.a(x int) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION public.a(x bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.b(VARIADIC x text[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.c(anyarray) RETURNS anyelement LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT $1[1]';
CREATE FUNCTION public.d(OUT a int, OUT b int, OUT c text) LANGUAGE sql AS $$SELECT 1, 2, 'x'$$;
CREATE FUNCTION public.e() RETURNS void LANGUAGE plpgsql SECURITY DEFINER LEAKPROOF SET work_mem = '1MB' SET search_path TO public, "$user" AS 'BEGIN RETURN; END';
CREATE FUNCTION public.f() RETURNS TABLE (a int) LANGUAGE sql ROWS 20 AS 'SELECT 1';
CREATE PROCEDURE public.g(a int, INOUT b text DEFAULT 'x') LANGUAGE plpgsql AS 'BEGIN COMMIT; END';
CREATE FUNCTION public.h(a int, c text DEFAULT 'x', d int DEFAULT 5) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE public.agg(int) (SFUNC = int4pl, STYPE = int, INITCOND = '5', PARALLEL = safe);
CREATE VIEW public.v AS SELECT public.h(1) AS h, public.a(1) AS a, public.agg(x) AS s FROM generate_series(1, 2) x;
