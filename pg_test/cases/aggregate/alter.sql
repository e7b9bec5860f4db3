-- Replaced in place under a view; made anew where the result, the kind or an argument's name changes.
-- @both
CREATE FUNCTION public.step(s bigint, x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT s + x';
CREATE FUNCTION public.other(s bigint, x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT s - x';
CREATE FUNCTION public.to_text(s bigint) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT s::text';
-- @target
CREATE AGGREGATE public.in_place(int) (SFUNC = public.step, STYPE = bigint, INITCOND = '0');
CREATE AGGREGATE public.result(int) (SFUNC = public.step, STYPE = bigint);
CREATE AGGREGATE public.renamed(a int) (SFUNC = public.step, STYPE = bigint);
CREATE FUNCTION public.routine(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- @source
CREATE AGGREGATE public.in_place(int) (SFUNC = public.other, STYPE = bigint, INITCOND = '7', PARALLEL = SAFE);
CREATE AGGREGATE public.result(int) (SFUNC = public.step, STYPE = bigint, FINALFUNC = public.to_text);
CREATE AGGREGATE public.renamed(b int) (SFUNC = public.step, STYPE = bigint);
CREATE AGGREGATE public.routine(int) (SFUNC = public.step, STYPE = bigint);
-- @both
ALTER AGGREGATE public.in_place(int) OWNER TO alice;
COMMENT ON AGGREGATE public.in_place(int) IS 'in place';
COMMENT ON AGGREGATE public.result(int) IS 'anew';
GRANT EXECUTE ON FUNCTION public.result(int) TO bob;
CREATE TABLE public.t (id int);
CREATE VIEW public.v AS SELECT public.in_place(id) AS a, public.result(id) AS b, public.renamed(id) AS c FROM public.t;
CREATE VIEW public.w AS SELECT b FROM public.v;
