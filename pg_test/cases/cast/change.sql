-- Made anew: another function, another context, another method. A function under one that is made anew.
-- @target
CREATE FUNCTION public.f(a text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT length(a)';
-- @source
CREATE FUNCTION public.f(b text) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT length(b)';
-- @both
CREATE TYPE public.e AS ENUM ('a', 'b');
CREATE TYPE public.g AS ENUM ('a', 'b');
CREATE FUNCTION public.to_e(text) RETURNS public.e LANGUAGE sql IMMUTABLE AS 'SELECT ''a''::public.e';
CREATE FUNCTION public.to_e2(text) RETURNS public.e LANGUAGE sql IMMUTABLE AS 'SELECT ''b''::public.e';
CREATE FUNCTION public.of_g(public.g) RETURNS public.e LANGUAGE sql IMMUTABLE AS 'SELECT ''b''::public.e';
CREATE CAST (text AS int) WITH FUNCTION public.f(text);
COMMENT ON CAST (text AS int) IS 'kept';
CREATE TABLE public.t (x text, n int GENERATED ALWAYS AS (x::int) STORED);
-- @target
CREATE CAST (text AS public.e) WITH FUNCTION public.to_e(text);
CREATE CAST (public.g AS public.e) WITH FUNCTION public.of_g(public.g);
COMMENT ON CAST (public.g AS public.e) IS 'old';
-- @source
CREATE CAST (text AS public.e) WITH FUNCTION public.to_e2(text) AS IMPLICIT;
CREATE CAST (public.g AS public.e) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (public.g AS public.e) IS 'new';
-- @rows
INSERT INTO public.t VALUES ('abc');
-- @rows source
INSERT INTO public.t VALUES ('abc');
