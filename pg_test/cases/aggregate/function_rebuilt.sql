-- The transition function's argument is renamed: it is made anew, and the aggregate and the view on it with it.
-- @target
CREATE FUNCTION public.step(s bigint, x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT s + x';
-- @source
CREATE FUNCTION public.step(state bigint, x int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT state + x';
-- @both
CREATE AGGREGATE public.total(int) (SFUNC = public.step, STYPE = bigint, INITCOND = '0');
ALTER AGGREGATE public.total(int) OWNER TO bob;
COMMENT ON AGGREGATE public.total(int) IS 'total';
CREATE TABLE public.t (id int);
CREATE VIEW public.v AS SELECT public.total(id) FROM public.t;
