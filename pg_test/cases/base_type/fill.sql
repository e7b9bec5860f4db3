A shell is filled, and emptied again.
-- @both
CREATE TYPE public.v;
COMMENT ON TYPE public.v IS 'v';
CREATE FUNCTION public.v_in(cstring) RETURNS public.v LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION public.v_out(public.v) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
-- @source
CREATE TYPE public.v (input = public.v_in, output = public.v_out);
