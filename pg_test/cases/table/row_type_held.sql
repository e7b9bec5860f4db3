-- A table whose row type is the type of columns elsewhere: the server rewrites none such.
-- @target
CREATE TABLE public.point (x int, y text, z int);
CREATE TYPE public.pair AS (one public.point, n int);
CREATE DOMAIN public.checked AS public.point CHECK ((VALUE).x > 0);
CREATE TABLE public.line (id int PRIMARY KEY, a public.point, b public.point[], c public.pair, d public.checked);
CREATE INDEX line_a ON public.line (((a).x));
CREATE VIEW public.starts AS SELECT id, (a).x, (a).y FROM public.line;
CREATE FUNCTION public.of_point(p public.point) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE public.filled (a int);
CREATE TABLE public.holder (f public.filled, g public.filled[]);
CREATE TABLE public.goes (p public.point);
CREATE MATERIALIZED VIEW public.mat AS SELECT filled AS f FROM public.filled;
-- @source
CREATE TABLE public.point (x bigint, y varchar(20), w date, z int);
CREATE TYPE public.pair AS (one public.point, n int);
CREATE DOMAIN public.checked AS public.point CHECK ((VALUE).x > 0);
CREATE TABLE public.line (id int PRIMARY KEY, a public.point, b public.point[], c public.pair, d public.checked);
CREATE INDEX line_a ON public.line (((a).x));
CREATE VIEW public.starts AS SELECT id, (a).x, (a).y FROM public.line;
CREATE FUNCTION public.of_point(p public.point) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE public.filled (a int, b int DEFAULT 5 NOT NULL, c int GENERATED ALWAYS AS (a + 1) STORED, d int GENERATED ALWAYS AS IDENTITY);
CREATE TABLE public.holder (f public.filled, g public.filled[]);
CREATE TABLE public.comes (p public.point);
CREATE MATERIALIZED VIEW public.mat AS SELECT filled AS f FROM public.filled;
-- @rows
INSERT INTO public.point VALUES (1, 'a', 3);
INSERT INTO public.line VALUES (1, (1, 'b', 2), ARRAY[(1, 'b', 2), (2, 'c', 3)]::public.point[], ((4, 'd', 5), 6), (7, 'e', 8));
INSERT INTO public.filled VALUES (1), (2);
INSERT INTO public.holder SELECT f, ARRAY[f] FROM public.filled f;
-- @lossy table public.goes
