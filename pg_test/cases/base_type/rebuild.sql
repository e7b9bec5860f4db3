What can't be set: the type is made anew with its functions, and columns keep their values.
-- @target
CREATE TYPE public.v;
CREATE FUNCTION public.v_in(cstring) RETURNS public.v LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION public.v_out(public.v) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE public.v (input = public.v_in, output = public.v_out, storage = plain);
-- @source
CREATE TYPE public.v;
CREATE FUNCTION public.v_in(cstring) RETURNS public.v LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION public.v_out(public.v) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE public.v (input = public.v_in, output = public.v_out, delimiter = '|', category = 'S', preferred = true);
-- @both
COMMENT ON FUNCTION public.v_out(public.v) IS 'out';
GRANT USAGE ON TYPE public.v TO alice;
CREATE TABLE public.t (id int, v public.v, vs public.v[]);
CREATE FUNCTION public.f(public.v) RETURNS public.v LANGUAGE sql AS 'SELECT $1';
CREATE VIEW public.w AS SELECT public.f(v) FROM public.t;
-- @rows
INSERT INTO public.t VALUES (1, 'a,b', '{"a,b",c}'), (2, NULL, NULL);
-- @rows source
INSERT INTO public.t VALUES (1, 'a,b', '{"a,b"|c}'), (2, NULL, NULL);
