-- A view and a function that need each other, made anew because the view's columns change.
-- @target
CREATE TABLE public.t (id int, a text, b int);
CREATE VIEW public.v AS SELECT NULL::int AS id, NULL::text AS a;
CREATE FUNCTION public.f() RETURNS SETOF public.v LANGUAGE sql AS 'SELECT id, a FROM public.t';
CREATE OR REPLACE VIEW public.v AS SELECT f.id, f.a FROM public.f() AS f;
CREATE VIEW public.w AS SELECT id FROM public.v;
-- @source
CREATE TABLE public.t (id int, a text, b int);
CREATE VIEW public.v AS SELECT NULL::int AS id, NULL::int AS b;
CREATE FUNCTION public.f() RETURNS SETOF public.v LANGUAGE sql AS 'SELECT id, b FROM public.t';
CREATE OR REPLACE VIEW public.v AS SELECT f.id, f.b FROM public.f() AS f;
CREATE VIEW public.w AS SELECT id FROM public.v;
-- @both
GRANT SELECT ON public.v TO alice;
COMMENT ON FUNCTION public.f() IS 'f';
-- @rows
INSERT INTO public.t VALUES (1, 'x', 2);
