-- Chains of inheritance are dropped and hung up elsewhere; the grandchildren stay where they are.
-- @both
CREATE SCHEMA "S";
CREATE TABLE public.a (id integer NOT NULL, x text DEFAULT 'a', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE "S".b (id integer NOT NULL, x text DEFAULT 'b', CONSTRAINT positive CHECK (id > 0));
-- @target
CREATE TABLE public.c (own integer) INHERITS (public.a);
CREATE TABLE public.m () INHERITS (public.a);
CREATE TABLE public.leaf () INHERITS (public.m);
-- @source
CREATE TABLE public.c (own integer) INHERITS ("S".b);
CREATE TABLE public.m () INHERITS ("S".b);
CREATE TABLE public.leaf () INHERITS (public.m);
-- @both
CREATE TABLE public.g () INHERITS (public.c);
-- @rows
INSERT INTO public.c VALUES (1, 'x', 2);
INSERT INTO public.g VALUES (1, 'x', 2);
INSERT INTO public.leaf VALUES (1, 'x');
-- @rows source
INSERT INTO public.c VALUES (1, 'x', 2);
INSERT INTO public.g VALUES (1, 'x', 2);
