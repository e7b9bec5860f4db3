The canonical function comes and goes under a column.
-- @target
CREATE TYPE public.r AS RANGE (subtype = int);
-- @source
CREATE TYPE public.r;
CREATE FUNCTION public.canonical(public.r) RETURNS public.r LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE public.r AS RANGE (subtype = int, canonical = public.canonical);
-- @both
CREATE TABLE public.t (r public.r);
-- @rows
INSERT INTO public.t VALUES ('[1,3)');
-- @rows source
INSERT INTO public.t VALUES ('[1,3)');
