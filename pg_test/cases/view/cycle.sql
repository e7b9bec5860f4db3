-- A view on a function that returns rows of the view: the stand-in that pg_dump uses as well.
-- @source
CREATE TABLE public.t (id int, "A a" text COLLATE "C");
CREATE VIEW public.v AS SELECT NULL::int AS id, NULL::text COLLATE "C" AS "A a";
CREATE FUNCTION public.f() RETURNS SETOF public.v LANGUAGE sql AS 'SELECT id, "A a" FROM public.t';
CREATE OR REPLACE VIEW public.v AS SELECT f.id, f."A a" FROM public.f() AS f;
COMMENT ON COLUMN public.v."A a" IS 'c';
GRANT SELECT ON public.v TO alice;
