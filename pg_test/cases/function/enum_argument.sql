-- An enum loses a value: functions, procedures and aggregates over it are made anew with it.
-- @target
CREATE TYPE public.color AS ENUM ('red', 'green', 'blue');
-- @source
CREATE TYPE public.color AS ENUM ('red', 'blue');
-- @both
CREATE FUNCTION public.paint(c public.color DEFAULT 'red', OUT d public.color, OUT n int) LANGUAGE sql AS 'SELECT $1, 1';
CREATE PROCEDURE public.brush(INOUT c public.color) LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION public.step(s public.color[], c public.color) RETURNS public.color[] LANGUAGE sql AS 'SELECT s || c';
CREATE AGGREGATE public.all_colors(public.color) (SFUNC = public.step, STYPE = public.color[], INITCOND = '{}');
COMMENT ON AGGREGATE public.all_colors(public.color) IS 'a';
GRANT EXECUTE ON PROCEDURE public.brush TO alice;
CREATE TABLE public.t (c public.color DEFAULT 'red', d public.color[]);
CREATE VIEW public.v AS SELECT public.all_colors(c) AS a FROM public.t;
-- @rows
INSERT INTO public.t VALUES ('red', '{blue}');
-- @rows source
INSERT INTO public.t VALUES ('red', '{blue}');
