-- An enum that becomes a domain, a composite type that becomes a table, a range that becomes an enum, each under columns with rows.
-- @target
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
CREATE TYPE public.addr AS (street text, zip int);
CREATE TYPE public.span AS RANGE (subtype = int);
CREATE TABLE public.t (m public.mood DEFAULT 'ok', ms public.mood[] NOT NULL DEFAULT '{sad}', a public.addr, b public.addr[], s public.span, CHECK (m <> 'sad'));
CREATE INDEX i ON public.t (m) WHERE m = 'ok';
CREATE VIEW public.v AS SELECT m, (a).street FROM public.t WHERE m = 'ok';
CREATE FUNCTION public.f(m public.mood DEFAULT 'ok') RETURNS public.mood LANGUAGE sql IMMUTABLE AS 'SELECT m';
-- @source
CREATE DOMAIN public.mood AS text CHECK (VALUE IN ('sad', 'ok'));
CREATE TABLE public.addr (street text, zip int);
CREATE TYPE public.span AS ENUM ('[1,3)', 'empty');
CREATE TABLE public.t (m public.mood DEFAULT 'ok', ms public.mood[] NOT NULL DEFAULT '{sad}', a public.addr, b public.addr[], s public.span, CHECK (m <> 'sad'));
CREATE INDEX i ON public.t (m) WHERE m = 'ok';
CREATE VIEW public.v AS SELECT m, (a).street FROM public.t WHERE m = 'ok';
CREATE FUNCTION public.f(m public.mood DEFAULT 'ok') RETURNS public.mood LANGUAGE sql IMMUTABLE AS 'SELECT m';
-- @rows
INSERT INTO public.t VALUES ('ok', '{ok,sad}', ('a b', 1), ARRAY[('x', 2)]::public.addr[], '[1,3)');
-- @rows source
INSERT INTO public.t VALUES ('ok', '{ok,sad}', ('a b', 1), ARRAY[('x', 2)]::public.addr[], '[1,3)');
