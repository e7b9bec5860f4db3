-- No cast leads there: the column is dropped and made again, and the plan says that its values are lost.
-- @target
CREATE TABLE public.t (id integer, a bigint, b integer);
CREATE VIEW public.v AS SELECT a FROM public.t;
-- @source
CREATE TABLE public.t (id integer, a timestamptz, b integer[]);
CREATE VIEW public.v AS SELECT a FROM public.t;
-- @rows
INSERT INTO public.t VALUES (1, 2, 3);
-- @lossy table column public.t.a, table column public.t.b
