-- Another function, hashing, and a function under it that is made anew: the pair stays a pair.
-- @target
CREATE FUNCTION public.f(a int, b text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
-- @source
CREATE FUNCTION public.f(x int, y text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
-- @both
CREATE FUNCTION public.g(text, int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2::text';
CREATE FUNCTION public.h(int, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR public.<# (FUNCTION = public.f, LEFTARG = int, RIGHTARG = text, COMMUTATOR = OPERATOR(public.#>), NEGATOR = OPERATOR(public.<<#));
CREATE OPERATOR public.#> (FUNCTION = public.g, LEFTARG = text, RIGHTARG = int, COMMUTATOR = OPERATOR(public.<#));
-- @target
CREATE OPERATOR public.=% (FUNCTION = public.h, LEFTARG = int, RIGHTARG = text, HASHES, COMMUTATOR = OPERATOR(public.%=));
CREATE OPERATOR public.== (FUNCTION = public.h, LEFTARG = int, RIGHTARG = text);
-- @source
CREATE OPERATOR public.=% (FUNCTION = public.h, LEFTARG = int, RIGHTARG = text, MERGES, COMMUTATOR = OPERATOR(public.%=));
CREATE FUNCTION public.i(int, text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $2';
CREATE OPERATOR public.== (FUNCTION = public.i, LEFTARG = int, RIGHTARG = text);
-- @both
ALTER OPERATOR public.<# (int, text) OWNER TO alice;
COMMENT ON OPERATOR public.<# (int, text) IS 'kept';
CREATE TABLE public.t (id int PRIMARY KEY, b text, g bool GENERATED ALWAYS AS (id OPERATOR(public.<#) b) STORED, CHECK (b OPERATOR(public.#>) id IS NOT NULL));
CREATE INDEX i ON public.t ((id OPERATOR(public.=%) b));
CREATE VIEW public.v AS SELECT g, id OPERATOR(public.<#) b AS x FROM public.t;
-- @rows
INSERT INTO public.t VALUES (1, '1'), (2, 'x');
-- @rows source
INSERT INTO public.t VALUES (1, '1'), (2, 'x');
