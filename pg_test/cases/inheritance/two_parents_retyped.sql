-- A column that a table inherits from two parents at once, retyped in both: the server retypes neither while both are parents.
-- @target
CREATE TABLE public.a (x int, ya text);
CREATE TABLE public.b (x int, yb text);
CREATE TABLE public.c (z text) INHERITS (public.a, public.b);
CREATE TABLE public.d () INHERITS (public.c);
CREATE INDEX ON public.c (x);
CREATE VIEW public.v AS SELECT x FROM public.c;
-- @source
CREATE TABLE public.a (x bigint, ya text);
CREATE TABLE public.b (x bigint, yb text);
CREATE TABLE public.c (z text) INHERITS (public.a, public.b);
CREATE TABLE public.d () INHERITS (public.c);
CREATE INDEX ON public.c (x);
CREATE VIEW public.v AS SELECT x FROM public.c;
-- @rows
INSERT INTO public.a VALUES (1, 'a');
INSERT INTO public.b VALUES (2, 'b');
INSERT INTO public.c (x, ya, yb, z) VALUES (3, 'c', 'c', 'c');
INSERT INTO public.d (x, ya, yb, z) VALUES (4, 'd', 'd', 'd');
-- @rows source
INSERT INTO public.a VALUES (1, 'a');
INSERT INTO public.b VALUES (2, 'b');
INSERT INTO public.c (x, ya, yb, z) VALUES (3, 'c', 'c', 'c');
INSERT INTO public.d (x, ya, yb, z) VALUES (4, 'd', 'd', 'd');
