-- Types that are made anew under casts and operators: a base type, a range type, an enum. What DROP TYPE ... CASCADE would take
-- comes back.
-- @target
CREATE TYPE public.v;
CREATE FUNCTION public.v_in(cstring) RETURNS public.v LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION public.v_out(public.v) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE public.v (input = public.v_in, output = public.v_out, like = int4);
CREATE TYPE public.e AS ENUM ('a', 'b');
-- @source
CREATE TYPE public.v;
CREATE FUNCTION public.v_in(cstring) RETURNS public.v LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION public.v_out(public.v) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE public.v (input = public.v_in, output = public.v_out, like = int4, category = 'N');
CREATE TYPE public.e AS ENUM ('b', 'a');
-- @both
CREATE FUNCTION public.v_eq(public.v, public.v) RETURNS bool LANGUAGE internal IMMUTABLE STRICT AS 'int4eq';
CREATE FUNCTION public.v_lt(public.v, public.v) RETURNS bool LANGUAGE internal IMMUTABLE STRICT AS 'int4lt';
CREATE FUNCTION public.v_cmp(public.v, public.v) RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'btint4cmp';
CREATE OPERATOR public.= (FUNCTION = public.v_eq, LEFTARG = public.v, RIGHTARG = public.v, COMMUTATOR = OPERATOR(public.=), NEGATOR = OPERATOR(public.<>));
CREATE OPERATOR public.< (FUNCTION = public.v_lt, LEFTARG = public.v, RIGHTARG = public.v);
ALTER OPERATOR public.= (public.v, public.v) OWNER TO alice;
COMMENT ON OPERATOR public.= (public.v, public.v) IS 'equal';
CREATE OPERATOR CLASS public.v_ops DEFAULT FOR TYPE public.v USING btree AS
  OPERATOR 1 public.<, OPERATOR 3 public.=, FUNCTION 1 public.v_cmp(public.v, public.v);
CREATE CAST (public.v AS int) WITHOUT FUNCTION;
CREATE CAST (int AS public.v) WITHOUT FUNCTION AS ASSIGNMENT;
COMMENT ON CAST (public.v AS int) IS 'as it is';
CREATE CAST (text AS public.e) WITH INOUT AS IMPLICIT;
CREATE TABLE public.t (v public.v PRIMARY KEY, e public.e);
CREATE VIEW public.w AS SELECT v::int AS n, v OPERATOR(public.=) v AS same FROM public.t;
-- @rows
INSERT INTO public.t VALUES ('1', 'a'), ('2', 'b');
-- @rows source
INSERT INTO public.t VALUES ('1', 'a'), ('2', 'b');
