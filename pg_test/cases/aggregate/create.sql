-- Aggregates of every sort, with owner, grants and comments.
-- @both
CREATE SCHEMA "A";
CREATE FUNCTION "A"."step"(s bigint, x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT s + x';
CREATE FUNCTION "A"."step2"(s bigint, x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT s - x';
CREATE FUNCTION "A"."end"(s bigint) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT s::text';
CREATE FUNCTION "A".combine(bigint, bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE FUNCTION "A".two(s bigint, x int, y text) RETURNS bigint LANGUAGE sql AS 'SELECT s';
CREATE FUNCTION "A".gt(a text, b text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT a > b';
CREATE FUNCTION "A".keep(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT b';
-- @source
CREATE AGGREGATE "A"."sum of"(int) (SFUNC = "A"."step", STYPE = bigint, INITCOND = '0');
ALTER AGGREGATE "A"."sum of"(int) OWNER TO "Carol Ünï";
GRANT EXECUTE ON FUNCTION "A"."sum of"(int) TO alice;
REVOKE ALL ON FUNCTION "A"."sum of"(int) FROM PUBLIC;
COMMENT ON AGGREGATE "A"."sum of"(int) IS 'it''s a sum';
CREATE AGGREGATE public.rows(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0', PARALLEL = SAFE);
COMMENT ON AGGREGATE public.rows(*) IS 'rows';
ALTER AGGREGATE public.rows(*) OWNER TO bob;
GRANT EXECUTE ON FUNCTION public.rows() TO reader_role;
CREATE AGGREGATE public.named(a int, "B b" text) (SFUNC = "A".two, STYPE = bigint, SSPACE = 100);
CREATE AGGREGATE public.moving(int) (SFUNC = "A"."step", STYPE = bigint, FINALFUNC = "A"."end", FINALFUNC_MODIFY = SHAREABLE,
  COMBINEFUNC = "A".combine, INITCOND = '0', MSFUNC = "A"."step", MINVFUNC = "A"."step2", MSTYPE = bigint, MSSPACE = 50,
  MFINALFUNC = "A"."end", MFINALFUNC_MODIFY = READ_WRITE, MINITCOND = '0', PARALLEL = RESTRICTED);
CREATE AGGREGATE public.serial(numeric) (SFUNC = numeric_avg_accum, STYPE = internal, FINALFUNC = numeric_avg,
  COMBINEFUNC = numeric_avg_combine, SERIALFUNC = numeric_avg_serialize, DESERIALFUNC = numeric_avg_deserialize, PARALLEL = SAFE);
CREATE AGGREGATE public.sorted(text) (SFUNC = text_larger, STYPE = text, SORTOP = >);
CREATE AGGREGATE public.oset(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
CREATE AGGREGATE public.hyp(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal,
  FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
ALTER AGGREGATE public.hyp(VARIADIC "any" ORDER BY VARIADIC "any") OWNER TO alice;
COMMENT ON AGGREGATE public.oset(float8 ORDER BY anyelement) IS 'ordered';
GRANT EXECUTE ON FUNCTION public.oset(float8, anyelement) TO bob;
CREATE AGGREGATE public.vari(VARIADIC x int[]) (SFUNC = array_cat, STYPE = int[]);
CREATE VIEW public.v AS SELECT "A"."sum of"(n) FROM generate_series(1, 3) AS n;
