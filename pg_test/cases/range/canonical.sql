A range with a canonical function: both need each other, and the shell of the type breaks the cycle.
-- @source
CREATE TYPE public.r;
CREATE FUNCTION public.canonical(public.r) RETURNS public.r LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE public.r AS RANGE (subtype = int, canonical = public.canonical, subtype_diff = int4range_subdiff);
CREATE TABLE public.t (r public.r);
-- @rows source
INSERT INTO public.t VALUES ('[1,3]');
-- @lossy source table public.t
