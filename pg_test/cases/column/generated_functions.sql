-- A generated column over a function that is made anew, and under an index and a view.
-- @target
CREATE FUNCTION public.f(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + 1';
CREATE TABLE public.t (a integer, g bigint GENERATED ALWAYS AS (public.f(a)) STORED);
CREATE INDEX t_g ON public.t (g);
CREATE VIEW public.v AS SELECT g FROM public.t;
-- @source
CREATE FUNCTION public.f(b integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT b + 2::bigint';
CREATE TABLE public.t (a integer, g bigint GENERATED ALWAYS AS (public.f(a)) STORED);
CREATE INDEX t_g ON public.t (g);
CREATE VIEW public.v AS SELECT g FROM public.t;
-- @rows
INSERT INTO public.t VALUES (1);
-- @rows source
INSERT INTO public.t VALUES (1);
