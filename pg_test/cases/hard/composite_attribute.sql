-- An attribute's type changes while columns, arrays, domains, views, functions use the composite type.
-- @target
CREATE TYPE public.comp AS (x int, y text);
-- @source
CREATE TYPE public.comp AS (x bigint, y text, z numeric(10,2));
-- @both
CREATE TYPE public.outer_ AS (c public.comp, n int);
CREATE TABLE public.uses (id int PRIMARY KEY, c public.comp, cs public.comp[], o public.outer_);
CREATE VIEW public.v AS SELECT id, (c).x AS x, (o).c AS oc FROM public.uses;
CREATE FUNCTION public.f(public.comp) RETURNS SETOF public.outer_ LANGUAGE sql AS 'SELECT NULL::public.outer_';
CREATE INDEX i ON public.uses (((c).y));
CREATE TABLE public.parted (id int, c public.comp) PARTITION BY LIST (id);
CREATE TABLE public.parted1 PARTITION OF public.parted FOR VALUES IN (1);
-- @rows
INSERT INTO public.uses (id, cs) VALUES (1, '{}');
-- @rows source
INSERT INTO public.uses (id, cs) VALUES (1, '{}');
