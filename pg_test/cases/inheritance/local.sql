-- Columns that stay become the child's own, or only inherited: the table is made anew and its rows are copied.
-- @both
CREATE TABLE public.p (a integer, b text);
-- @target
CREATE TABLE public.c (a integer, own integer) INHERITS (public.p);
CREATE TABLE public.d () INHERITS (public.c);
CREATE INDEX c_a ON public.c (a);
CREATE VIEW public.v AS SELECT a, own FROM public.c;
-- @source
CREATE TABLE public.c (b text, own integer) INHERITS (public.p);
CREATE TABLE public.d () INHERITS (public.c);
CREATE INDEX c_a ON public.c (a);
CREATE VIEW public.v AS SELECT a, own FROM public.c;
-- @rows
INSERT INTO public.c VALUES (1, 'x', 2);
INSERT INTO public.d VALUES (3, 'y', 4);
-- @rows source
INSERT INTO public.c VALUES (1, 'x', 2);
INSERT INTO public.d VALUES (3, 'y', 4);
