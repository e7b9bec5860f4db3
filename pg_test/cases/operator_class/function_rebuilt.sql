-- A function and an operator of a class are made anew, and with them the class, keys, foreign keys and partitioned tables on it.
-- @both
CREATE TYPE public.v AS (a int);
CREATE FUNCTION public.lt(public.v, public.v) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a < ($2).a';
CREATE FUNCTION public.eq(public.v, public.v) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a = ($2).a';
-- @target
CREATE FUNCTION public.cmp(x public.v, y public.v) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a - ($2).a';
CREATE OPERATOR public.< (FUNCTION = public.lt, LEFTARG = public.v, RIGHTARG = public.v);
-- @source
CREATE FUNCTION public.cmp(a public.v, b public.v) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a - ($2).a';
CREATE OPERATOR public.< (FUNCTION = public.lt, LEFTARG = public.v, RIGHTARG = public.v, MERGES);
-- @both
CREATE OPERATOR public.= (FUNCTION = public.eq, LEFTARG = public.v, RIGHTARG = public.v, COMMUTATOR = OPERATOR(public.=), MERGES);
CREATE OPERATOR CLASS public.v_ops DEFAULT FOR TYPE public.v USING btree AS
  OPERATOR 1 public.<, OPERATOR 3 public.=, FUNCTION 1 public.cmp(public.v, public.v);
ALTER OPERATOR CLASS public.v_ops USING btree OWNER TO bob;
CREATE TABLE public.t (v public.v PRIMARY KEY, n int);
CREATE TABLE public.u (v public.v REFERENCES public.t, n int);
CREATE INDEX i ON public.u (v, n);
-- @rows
INSERT INTO public.t VALUES (row(1), 1), (row(2), 2);
INSERT INTO public.u VALUES (row(1), 1), (NULL, 2);
-- @rows source
INSERT INTO public.t VALUES (row(1), 1), (row(2), 2);
INSERT INTO public.u VALUES (row(1), 1), (NULL, 2);
