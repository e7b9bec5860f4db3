-- Labels change, come and go provider by provider; what is made anew keeps its labels.
-- @target
CREATE TABLE public.t (a integer, b integer) PARTITION BY LIST (a);
CREATE VIEW public.v AS SELECT b FROM public.t;
CREATE TYPE public.e AS ENUM ('x', 'y');
CREATE TABLE public.u (e public.e);
SECURITY LABEL FOR dummy ON TABLE public.t IS 'kept';
SECURITY LABEL FOR dummy ON COLUMN public.t.b IS 'one';
SECURITY LABEL FOR "Odd ""p""; --" ON COLUMN public.t.a IS 'goes';
SECURITY LABEL FOR dummy ON VIEW public.v IS 'kept';
SECURITY LABEL FOR dummy ON TYPE public.e IS 'kept';
SECURITY LABEL FOR dummy ON TABLE public.u IS 'goes';
-- @source
CREATE TABLE public.t (a integer, b bigint) PARTITION BY LIST (b);
CREATE VIEW public.v AS SELECT b FROM public.t;
CREATE TYPE public.e AS ENUM ('y');
CREATE TABLE public.u (e public.e);
SECURITY LABEL FOR dummy ON TABLE public.t IS 'kept';
SECURITY LABEL FOR dummy ON COLUMN public.t.b IS 'two';
SECURITY LABEL FOR dummy ON VIEW public.v IS 'kept';
SECURITY LABEL FOR dummy ON TYPE public.e IS 'kept';
SECURITY LABEL FOR "Odd ""p""; --" ON TABLE public.u IS 'of the other';
-- @rows
INSERT INTO public.u VALUES ('y');
-- @rows source
INSERT INTO public.u VALUES ('y');
