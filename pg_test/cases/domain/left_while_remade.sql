-- Columns leave a domain for another type, or for one over it, while it is made anew over a type that their values don't fit.
-- @target
CREATE DOMAIN public.d1 AS integer CHECK (VALUE > 0);
CREATE DOMAIN public.d2 AS text CHECK (VALUE <> '');
CREATE TABLE public.t (a public.d1 DEFAULT 1, b public.d2 DEFAULT 'x', c public.d1[]);
CREATE INDEX t_a ON public.t (a);
CREATE VIEW public.v AS SELECT a, b FROM public.t;
-- @source
CREATE DOMAIN public.d1 AS bigint CHECK (VALUE > 0);
CREATE DOMAIN public.d2 AS public.d1 CHECK (VALUE < 1000);
CREATE TABLE public.t (a public.d2 DEFAULT 1, b text DEFAULT 'x', c bigint[]);
CREATE INDEX t_a ON public.t (a);
CREATE VIEW public.v AS SELECT a, b FROM public.t;
-- @rows
INSERT INTO public.t VALUES (5, 'b', '{1}');
-- @rows source
INSERT INTO public.t VALUES (5, 'b', '{1}');
