-- Tables that were partitions, or inherited, and stand alone; and the other way round.
-- @both
CREATE TABLE public.p (a integer, b text);
CREATE TABLE public.q (a integer);
-- @target
CREATE TABLE public.c () INHERITS (public.p);
CREATE TABLE public.two () INHERITS (public.p, public.q);
-- @source
CREATE TABLE public.c (a integer, b text);
CREATE TABLE public.two (x integer) INHERITS (public.p);
-- @rows
INSERT INTO public.c VALUES (1, 'x');
INSERT INTO public.two VALUES (3, 'y');
-- @rows source
INSERT INTO public.c VALUES (1, 'x');
INSERT INTO public.two VALUES (3, 'y', 4);
-- @lossy source table column public.two.x
