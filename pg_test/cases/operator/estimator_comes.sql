-- The estimator comes and goes with the setting.
-- @both
CREATE FUNCTION public.eq(int, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE OPERATOR public.=== (FUNCTION = public.eq, LEFTARG = int, RIGHTARG = text);
CREATE TABLE public.t (a int, b text);
CREATE VIEW public.v AS SELECT a OPERATOR(public.===) b AS c FROM public.t;
-- @source
CREATE FUNCTION public.sel(internal, oid, internal, integer) RETURNS float8 LANGUAGE internal STABLE AS 'eqsel';
ALTER OPERATOR public.=== (int, text) SET (RESTRICT = public.sel);
-- @expect
CREATE FUNCTION public.sel(internal, oid, internal, integer)
 RETURNS double precision
 LANGUAGE internal
 STABLE
AS $function$eqsel$function$
ALTER FUNCTION public.sel(internal, oid, internal, integer) OWNER TO postgres
ALTER OPERATOR public.=== (integer, text) SET (RESTRICT = public.sel)
