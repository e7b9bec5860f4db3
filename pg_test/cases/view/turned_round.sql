-- Two views that change places: what was below is above.
-- @target
CREATE TABLE public.t (id int);
CREATE VIEW public.a AS SELECT id FROM public.t;
CREATE VIEW public.b AS SELECT id FROM public.a;
-- @source
CREATE TABLE public.t (id int);
CREATE VIEW public.b AS SELECT id FROM public.t;
CREATE VIEW public.a AS SELECT id FROM public.b;
