-- A name that changes hands: view, table, materialized view; a view on each stays.
-- @target
CREATE VIEW public.a AS SELECT 1 AS id;
CREATE TABLE public.b (id int);
CREATE MATERIALIZED VIEW public.c AS SELECT 1 AS id;
CREATE VIEW public.on_all AS SELECT a.id AS a, b.id AS b, c.id AS c FROM public.a, public.b, public.c;
-- @source
CREATE TABLE public.a (id int);
CREATE MATERIALIZED VIEW public.b AS SELECT 1 AS id;
CREATE VIEW public.c AS SELECT 1 AS id;
CREATE VIEW public.on_all AS SELECT a.id AS a, b.id AS b, c.id AS c FROM public.a, public.b, public.c;
-- @lossy table public.b
-- @lossy source table public.a
