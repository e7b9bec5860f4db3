-- Two indexes exchange their names, and one takes the name of a view.
-- @target
CREATE TABLE public.t (a int, b int, c int);
CREATE INDEX one ON public.t (a);
CREATE INDEX two ON public.t (b);
CREATE VIEW public.three AS SELECT a FROM public.t;
-- @source
CREATE TABLE public.t (a int, b int, c int);
CREATE INDEX one ON public.t (b);
CREATE INDEX two ON public.t (a);
CREATE INDEX three ON public.t (c);
