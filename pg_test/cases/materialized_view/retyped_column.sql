-- A column's type changes under a materialized view that isn't populated, and under one that is.
-- @target
CREATE TABLE public.t (id int, a varchar(10));
-- @source
CREATE TABLE public.t (id int, a text);
-- @both
CREATE MATERIALIZED VIEW public.full_one AS SELECT id, a FROM public.t;
CREATE MATERIALIZED VIEW public.empty_one AS SELECT id, a FROM public.t WITH NO DATA;
CREATE UNIQUE INDEX ON public.full_one (a);
CREATE INDEX ON public.empty_one (a varchar_pattern_ops);
GRANT SELECT ON public.empty_one TO alice;
-- @rows
INSERT INTO public.t VALUES (1, 'x');
-- @rows source
INSERT INTO public.t VALUES (1, 'x');
