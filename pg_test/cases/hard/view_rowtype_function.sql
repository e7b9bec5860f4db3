-- A function that returns, takes and defaults the row type of a view, materialized view and table that are made anew.
-- @both
CREATE TABLE public.t (id int, a int, b int);
-- @target
CREATE VIEW public.v AS SELECT id, a FROM public.t;
CREATE MATERIALIZED VIEW public.m AS SELECT id, a FROM public.t;
-- @source
CREATE VIEW public.v AS SELECT b, id, a FROM public.t;
CREATE MATERIALIZED VIEW public.m AS SELECT b, id FROM public.t;
-- @both
CREATE FUNCTION public.f() RETURNS SETOF public.v LANGUAGE sql AS 'SELECT * FROM public.v';
CREATE FUNCTION public.g(public.v[], m public.m DEFAULT NULL) RETURNS public.m LANGUAGE sql AS 'SELECT $2';
CREATE TABLE public.keeps (id int PRIMARY KEY, x int DEFAULT (public.g(NULL)).id, CONSTRAINT c CHECK (public.g(NULL, NULL) IS NULL));
CREATE VIEW public.w AS SELECT f.id FROM public.f() f;
CREATE DOMAIN public.d AS int CHECK (public.g(NULL) IS NULL);
CREATE TABLE public.uses (d public.d, CONSTRAINT x CHECK (d > 0));
CREATE AGGREGATE public.agg(int) (SFUNC = int4pl, STYPE = int);
CREATE POLICY p ON public.keeps USING (public.g(NULL) IS NULL);
GRANT EXECUTE ON FUNCTION public.g(public.v[], public.m) TO alice;
COMMENT ON FUNCTION public.f() IS 'f';
-- @rows
INSERT INTO public.keeps VALUES (1, 2);
