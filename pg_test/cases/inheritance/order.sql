-- The order of the parents: they change places, one comes in front, one goes from the front; the children's columns and checks stay theirs.
-- @both
CREATE SCHEMA "S";
CREATE TABLE public.a (x integer, of_a text, CONSTRAINT ca CHECK (x > 0));
CREATE TABLE public.b (x integer, of_b text, CONSTRAINT cb CHECK (x < 100));
CREATE TABLE "S".c (x integer);
-- @target
CREATE TABLE public.two () INHERITS (public.a, public.b);
CREATE TABLE public.three (own integer) INHERITS (public.a, public.b, "S".c);
CREATE TABLE public.front (of_b text) INHERITS (public.a);
CREATE TABLE public.declares (x integer) INHERITS ("S".c, public.a);
-- @source
CREATE TABLE public.two () INHERITS (public.b, public.a);
CREATE TABLE public.three (own integer) INHERITS ("S".c, public.a, public.b);
CREATE TABLE public.front (of_b text) INHERITS (public.b, public.a);
CREATE TABLE public.declares (x integer) INHERITS (public.a, "S".c);
-- @both
CREATE TABLE public.grandchild () INHERITS (public.two);
CREATE VIEW public.v AS SELECT x, of_a FROM public.two;
COMMENT ON COLUMN public.two.of_b IS 'b';
-- @rows
INSERT INTO public.two (x, of_a, of_b) VALUES (1, 'a', 'b');
INSERT INTO public.three (x, of_a, of_b, own) VALUES (1, 'a', 'b', 2);
INSERT INTO public.grandchild (x, of_a, of_b) VALUES (1, 'a', 'b');
-- @rows source
INSERT INTO public.two (x, of_a, of_b) VALUES (1, 'a', 'b');
INSERT INTO public.front (x, of_a, of_b) VALUES (1, 'a', 'b');
