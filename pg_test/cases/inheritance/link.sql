-- Tables that stay begin and stop to inherit.
-- @both
CREATE TABLE public.p (a integer, b text);
CREATE TABLE public.q (b text);
CREATE TABLE public.c (a integer, b text, own date);
CREATE TABLE public.d (a integer, b text) ;
-- @target
ALTER TABLE public.d INHERIT public.p;
-- @source
ALTER TABLE public.c INHERIT public.p;
ALTER TABLE public.c INHERIT public.q;
-- @rows
INSERT INTO public.c VALUES (1, 'x', NULL);
INSERT INTO public.d VALUES (1, 'x');
-- @rows source
INSERT INTO public.c VALUES (1, 'x', NULL);
INSERT INTO public.d VALUES (1, 'x');
