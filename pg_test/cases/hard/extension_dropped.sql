-- An extension goes, with objects that use it; it comes back with them. One moves under what uses it.
-- @both
CREATE SCHEMA a; CREATE SCHEMA b;
CREATE TABLE public.t (id int, name text);
-- @target
CREATE EXTENSION pg_trgm SCHEMA a;
CREATE EXTENSION citext SCHEMA a;
CREATE INDEX trgm ON public.t USING gin (name a.gin_trgm_ops);
CREATE VIEW public.v AS SELECT a.similarity(name, 'x') AS s FROM public.t;
CREATE FUNCTION public.f(x a.citext) RETURNS a.citext LANGUAGE sql AS 'SELECT x';
CREATE TABLE public.c (id a.citext PRIMARY KEY, many a.citext[]);
CREATE DOMAIN public.mail AS a.citext CHECK (VALUE ~ '@');
-- @source
CREATE EXTENSION citext SCHEMA b;
CREATE FUNCTION public.f(x b.citext) RETURNS b.citext LANGUAGE sql AS 'SELECT x';
CREATE TABLE public.c (id b.citext PRIMARY KEY, many b.citext[]);
CREATE DOMAIN public.mail AS b.citext CHECK (VALUE ~ '@');
COMMENT ON EXTENSION citext IS 'moved';
-- @rows
INSERT INTO public.t VALUES (1, 'x'); INSERT INTO public.c VALUES ('A');
-- @rows source
INSERT INTO public.t VALUES (1, 'x'); INSERT INTO public.c VALUES ('A');
