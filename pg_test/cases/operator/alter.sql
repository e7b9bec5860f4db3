-- Estimators, owner and comment in place, under a view.
-- @both
CREATE FUNCTION public.eq(int, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE FUNCTION public."Sel"(internal, oid, internal, integer) RETURNS float8 LANGUAGE internal STABLE AS 'eqsel';
CREATE OPERATOR public.=== (FUNCTION = public.eq, LEFTARG = int, RIGHTARG = text, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE OPERATOR public.==== (FUNCTION = public.eq, LEFTARG = int, RIGHTARG = text);
CREATE TABLE public.t (a int, b text);
CREATE VIEW public.v AS SELECT a OPERATOR(public.===) b AS c FROM public.t;
-- @target
COMMENT ON OPERATOR public.=== (int, text) IS 'old';
-- @source
ALTER OPERATOR public.=== (int, text) SET (RESTRICT = NONE, JOIN = neqjoinsel);
ALTER OPERATOR public.==== (int, text) SET (RESTRICT = public."Sel");
ALTER OPERATOR public.=== (int, text) OWNER TO bob;
COMMENT ON OPERATOR public.==== (int, text) IS 'new';
