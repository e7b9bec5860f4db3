-- Another query with the same columns: in place, dependents stay; with an option besides, and with an option that goes.
-- @target
CREATE TABLE public.t (id int, a int);
CREATE VIEW public.v AS SELECT id, a FROM public.t;
CREATE VIEW public.opt WITH (security_barrier=true) AS SELECT id FROM public.t;
CREATE VIEW public.on_opt AS SELECT * FROM public.opt;
CREATE MATERIALIZED VIEW public.m AS SELECT * FROM public.v;
CREATE INDEX ON public.m (id);
-- @source
CREATE TABLE public.t (id int, a int);
CREATE VIEW public.v WITH (security_invoker=on) AS SELECT a AS id, id AS a FROM public.t WHERE id <> 3;
CREATE VIEW public.opt AS SELECT a AS id FROM public.t;
CREATE VIEW public.on_opt AS SELECT * FROM public.opt;
CREATE MATERIALIZED VIEW public.m AS SELECT * FROM public.v;
CREATE INDEX ON public.m (id);
-- @rows
INSERT INTO public.t VALUES (1, 2), (3, 4);
