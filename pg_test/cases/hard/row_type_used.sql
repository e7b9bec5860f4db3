-- A row type is used elsewhere while its table or composite gains, loses and changes columns.
-- @target
CREATE TABLE public.base (id int, a text, gone int);
CREATE TYPE public.comp AS (x int, y text, gone int);
-- @source
CREATE TABLE public.base (id int, a text, come date);
CREATE TYPE public.comp AS (x int, y text, come date);
-- @both
CREATE TABLE public.uses (id int PRIMARY KEY, b public.base, many public.base[], c public.comp, cs public.comp[]);
CREATE VIEW public.v AS SELECT id, (b).a AS a, (c).x AS x FROM public.uses;
CREATE FUNCTION public.f(public.base) RETURNS public.comp LANGUAGE sql AS 'SELECT NULL::public.comp';
CREATE DOMAIN public.dom AS public.comp CHECK ((VALUE).x > 0);
CREATE TABLE public.uses2 (d public.dom);
CREATE INDEX i ON public.uses (((c).x));
-- @rows
INSERT INTO public.uses (id, b, c) VALUES (1, (1, 'a', NULL), (1, 'y', NULL));
-- @rows source
INSERT INTO public.uses (id, b, c) VALUES (1, (1, 'a', NULL), (1, 'y', NULL));
-- @lossy table column public.base.gone, composite type column public.comp.gone
-- @lossy source table column public.base.come, composite type column public.comp.come
