-- Functions of every sort, with hostile names and bodies.
-- @both
CREATE SCHEMA "S ""s""";
CREATE TABLE public.t (id int, a text);
CREATE TYPE public."Odd, type" AS ENUM ('a');
-- @source
CREATE FUNCTION public.plain() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.over(int) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.over(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION public.over(int, text DEFAULT 'it''s $$ \') RETURNS text LANGUAGE sql AS 'SELECT $2';
CREATE FUNCTION public.over(public."Odd, type", "char", timestamp with time zone, numeric, public.t[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION "S ""s"""."select"("from" int, "We ird" text DEFAULT NULL, OUT "o ut" int, INOUT io text DEFAULT 'x')
  RETURNS record LANGUAGE plpgsql AS $body$
DECLARE x text := $$ dollar $function$ $$; -- comment
BEGIN
  /* another $body */ "o ut" := "from"; io := E'\\ \' ' || "We ird";
END $body$;
ALTER FUNCTION "S ""s"""."select" OWNER TO "Carol Ünï";
COMMENT ON FUNCTION "S ""s"""."select" IS 'comment''s $$';
GRANT EXECUTE ON FUNCTION "S ""s"""."select" TO alice WITH GRANT OPTION;
REVOKE EXECUTE ON FUNCTION "S ""s"""."select" FROM PUBLIC;
CREATE FUNCTION public.table_of(a int) RETURNS TABLE (x int, "Y" text) LANGUAGE sql ROWS 7 COST 3 AS 'SELECT 1, null';
CREATE FUNCTION public.many(VARIADIC anyarray) RETURNS anyelement LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT $1[1]';
CREATE FUNCTION public.secure() RETURNS void LANGUAGE plpgsql SECURITY DEFINER STABLE LEAKPROOF
  SET search_path = public, "S ""s""", '' SET work_mem = '8MB' SET datestyle TO 'ISO, DMY' AS 'BEGIN END';
CREATE FUNCTION public.rows_of() RETURNS SETOF public.t LANGUAGE sql AS 'SELECT * FROM public.t';
CREATE FUNCTION public.takes_row(public.t) RETURNS int LANGUAGE sql AS 'SELECT $1.id';
CREATE FUNCTION public.c_function(oid) RETURNS pg_catalog.int8 LANGUAGE internal STRICT AS 'pg_table_size';
CREATE FUNCTION public.win() RETURNS int8 LANGUAGE internal WINDOW IMMUTABLE AS 'window_row_number';
SET check_function_bodies = off;
CREATE FUNCTION public.later() RETURNS int LANGUAGE sql AS 'SELECT count(*)::int FROM public.not_yet';
CREATE TABLE public.not_yet (id int);
RESET check_function_bodies;
CREATE FUNCTION public.ends_in_dollar() RETURNS text LANGUAGE sql AS 'SELECT ''x'' -- $';
CREATE FUNCTION public.body_with_function_tag() RETURNS text LANGUAGE sql AS $x$SELECT '$function$'$x$;
CREATE FUNCTION public.trig() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION public.evt() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
