-- A table made unlogged, and back.
-- @both
CREATE TABLE public.a (i integer, j text);
CREATE UNLOGGED TABLE public.b (i integer);
-- @source
ALTER TABLE public.a SET UNLOGGED;
ALTER TABLE public.b SET LOGGED;
-- @rows
INSERT INTO public.a VALUES (1, 'x');
INSERT INTO public.b VALUES (1);
-- @rows source
INSERT INTO public.a VALUES (1, 'x');
INSERT INTO public.b VALUES (1);
