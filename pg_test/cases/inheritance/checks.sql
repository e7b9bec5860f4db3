-- Checks inherited, local, and NO INHERIT.
-- @target
CREATE TABLE public.p (a integer, CONSTRAINT pos CHECK (a > 0));
CREATE TABLE public.c () INHERITS (public.p);
-- @source
CREATE TABLE public.p (a integer, CONSTRAINT big CHECK (a > 1), CONSTRAINT mine CHECK (a < 100) NO INHERIT);
CREATE TABLE public.c (CONSTRAINT own CHECK (a < 50)) INHERITS (public.p);
CREATE TABLE public.d () INHERITS (public.c);
-- @rows
INSERT INTO public.c VALUES (5);
-- @rows source
INSERT INTO public.c VALUES (5);
