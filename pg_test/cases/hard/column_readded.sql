-- Columns whose type changes without any cast, under indexes, views, keys, defaults and foreign keys; the same names with another meaning.
-- @target
CREATE TABLE public.t (id int PRIMARY KEY, d date DEFAULT '2020-01-01', j int, u uuid, k text NOT NULL DEFAULT '1');
CREATE TABLE public.r (id int REFERENCES public.t, k text);
-- @source
CREATE TABLE public.t (id bigint PRIMARY KEY, d int4range DEFAULT '[1,2)', j jsonb, u inet, k int NOT NULL DEFAULT 1);
CREATE TABLE public.r (id bigint REFERENCES public.t, k int);
-- @both
CREATE INDEX t_d ON public.t (d);
CREATE INDEX t_k ON public.t (k) WHERE k IS NOT NULL;
CREATE VIEW public.v AS SELECT d, j, k FROM public.t;
COMMENT ON COLUMN public.t.d IS 'd';
GRANT UPDATE (d) ON public.t TO alice;
