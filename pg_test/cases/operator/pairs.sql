-- Partners that come, go, are exchanged, and are only named.
-- @both
CREATE FUNCTION public.f(int, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE FUNCTION public.f(text, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2::text';
CREATE FUNCTION public.g(int, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1::text <> $2';
-- A partner of the other side only.
CREATE OPERATOR public.<# (FUNCTION = public.f, LEFTARG = int, RIGHTARG = text);
-- @source
CREATE OPERATOR public.#> (FUNCTION = public.f, LEFTARG = text, RIGHTARG = int, COMMUTATOR = OPERATOR(public.<#));
-- Both stay and pair up.
-- @target
CREATE OPERATOR public.<@# (FUNCTION = public.f, LEFTARG = int, RIGHTARG = text);
CREATE OPERATOR public.#@> (FUNCTION = public.f, LEFTARG = text, RIGHTARG = int);
-- @source
CREATE OPERATOR public.<@# (FUNCTION = public.f, LEFTARG = int, RIGHTARG = text, COMMUTATOR = OPERATOR(public.#@>));
CREATE OPERATOR public.#@> (FUNCTION = public.f, LEFTARG = text, RIGHTARG = int, COMMUTATOR = OPERATOR(public.<@#));
-- A shell that is filled.
-- @both
CREATE OPERATOR public.=% (FUNCTION = public.f, LEFTARG = int, RIGHTARG = text, NEGATOR = OPERATOR(public.!=%));
-- @source
CREATE OPERATOR public.!=% (FUNCTION = public.g, LEFTARG = int, RIGHTARG = text, NEGATOR = OPERATOR(public.=%));
-- Another partner.
-- @target
CREATE OPERATOR public.~% (FUNCTION = public.f, LEFTARG = int, RIGHTARG = text, NEGATOR = OPERATOR(public.!~%));
CREATE OPERATOR public.!~% (FUNCTION = public.g, LEFTARG = int, RIGHTARG = text, NEGATOR = OPERATOR(public.~%));
-- @source
CREATE OPERATOR public.~% (FUNCTION = public.f, LEFTARG = int, RIGHTARG = text, NEGATOR = OPERATOR(public.!~%%));
CREATE OPERATOR public.!~%% (FUNCTION = public.g, LEFTARG = int, RIGHTARG = text, NEGATOR = OPERATOR(public.~%));
-- Named by one that does not get named back.
-- @source
CREATE OPERATOR public.*% (FUNCTION = public.f, LEFTARG = int, RIGHTARG = text, COMMUTATOR = OPERATOR(public.%*));
CREATE OPERATOR public.%* (FUNCTION = public.f, LEFTARG = text, RIGHTARG = int);
-- Used.
-- @both
CREATE TABLE public.t (a int, b text);
CREATE VIEW public.v AS SELECT a OPERATOR(public.<#) b AS c, a OPERATOR(public.<@#) b AS d, a OPERATOR(public.=%) b AS e, a OPERATOR(public.~%) b AS f FROM public.t;
