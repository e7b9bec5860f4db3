-- A base type, and a range type with a canonical function, come and go with casts, operators and classes.
-- @source
CREATE TYPE public.v;
CREATE FUNCTION public.v_in(cstring) RETURNS public.v LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION public.v_out(public.v) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE public.v (input = public.v_in, output = public.v_out, like = int4);
CREATE FUNCTION public.v_eq(public.v, public.v) RETURNS bool LANGUAGE internal IMMUTABLE STRICT AS 'int4eq';
CREATE FUNCTION public.v_cmp(public.v, public.v) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'btint4cmp';
CREATE FUNCTION public.v_minus(public.v, public.v) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS 'SELECT 1.0::float8';
CREATE CAST (public.v AS int) WITHOUT FUNCTION;
CREATE OPERATOR public.= (FUNCTION = public.v_eq, LEFTARG = public.v, RIGHTARG = public.v, COMMUTATOR = OPERATOR(public.=));
CREATE OPERATOR CLASS public.v_ops DEFAULT FOR TYPE public.v USING btree AS
  OPERATOR 3 public.=, FUNCTION 1 public.v_cmp(public.v, public.v);
CREATE TYPE public.r;
CREATE FUNCTION public.canon(public.r) RETURNS public.r LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE public.r AS RANGE (subtype = public.v, subtype_opclass = public.v_ops, canonical = public.canon, subtype_diff = public.v_minus);
CREATE CAST (public.r AS text) WITH INOUT AS ASSIGNMENT;
CREATE FUNCTION public.of_r(public.r) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE OPERATOR public.!! (FUNCTION = public.of_r, RIGHTARG = public.r);
