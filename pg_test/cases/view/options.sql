-- Options alone: set, changed, reset, in another order.
-- @both
CREATE TABLE public.t (id int);
-- @target
CREATE VIEW public.a AS SELECT id FROM public.t;
CREATE VIEW public.b WITH (security_barrier=true) AS SELECT id FROM public.t;
CREATE VIEW public.c AS SELECT id FROM public.t WITH LOCAL CHECK OPTION;
CREATE VIEW public.d WITH (security_barrier=true, security_invoker=false) AS SELECT id FROM public.t;
CREATE VIEW public.e AS SELECT id FROM public.t WITH CASCADED CHECK OPTION;
-- @source
CREATE VIEW public.a WITH (security_barrier=true, security_invoker=true) AS SELECT id FROM public.t WITH CASCADED CHECK OPTION;
CREATE VIEW public.b WITH (security_barrier=false) AS SELECT id FROM public.t;
CREATE VIEW public.c AS SELECT id FROM public.t WITH CASCADED CHECK OPTION;
CREATE VIEW public.d WITH (security_invoker=false, security_barrier=true) AS SELECT id FROM public.t;
CREATE VIEW public.e AS SELECT id FROM public.t;
