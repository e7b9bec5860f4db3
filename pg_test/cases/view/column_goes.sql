-- A view stops to use a column that goes, and starts to use one that comes.
-- @target
CREATE TABLE public.t (id int, gone text, kept int);
CREATE VIEW public.v AS SELECT id, kept FROM public.t WHERE gone IS NOT NULL;
-- @source
CREATE TABLE public.t (id int, kept int, come date);
CREATE VIEW public.v AS SELECT id, kept FROM public.t WHERE come IS NULL;
-- @rows
INSERT INTO public.t VALUES (1, 'x', 2);
-- @lossy table column public.t.gone
-- @lossy source table column public.t.come
