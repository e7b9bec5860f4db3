-- A table that is logged can't refer to one that isn't: the order of SET LOGGED and SET UNLOGGED follows the foreign keys, also those
-- that come or go, in chains, to itself, and between two tables that refer to each other.
-- @target
CREATE TABLE public.m (i integer PRIMARY KEY, a integer);
CREATE TABLE public.a (i integer PRIMARY KEY, b integer REFERENCES public.m);
CREATE TABLE public.z (i integer PRIMARY KEY REFERENCES public.a, self integer REFERENCES public.z);
CREATE TABLE public.goes (i integer REFERENCES public.m);
CREATE TABLE public.one (i integer PRIMARY KEY, j integer);
CREATE TABLE public.two (i integer PRIMARY KEY, j integer REFERENCES public.one);
CREATE UNLOGGED TABLE public.y (i integer PRIMARY KEY);
CREATE UNLOGGED TABLE public.b (i integer REFERENCES public.y);
-- @source
CREATE UNLOGGED TABLE public.m (i integer PRIMARY KEY, a integer);
CREATE UNLOGGED TABLE public.a (i integer PRIMARY KEY, b integer REFERENCES public.m);
CREATE UNLOGGED TABLE public.z (i integer PRIMARY KEY REFERENCES public.a, self integer REFERENCES public.z);
CREATE TABLE public.goes (i integer);
CREATE UNLOGGED TABLE public.one (i integer PRIMARY KEY, j integer);
CREATE UNLOGGED TABLE public.two (i integer PRIMARY KEY, j integer REFERENCES public.one);
ALTER TABLE public.one ADD FOREIGN KEY (j) REFERENCES public.two;
CREATE TABLE public.y (i integer PRIMARY KEY);
CREATE TABLE public.b (i integer REFERENCES public.y);
-- @rows
INSERT INTO public.m VALUES (1); INSERT INTO public.a VALUES (1, 1); INSERT INTO public.z VALUES (1, 1);
INSERT INTO public.goes VALUES (1); INSERT INTO public.one VALUES (1); INSERT INTO public.two VALUES (1, 1);
INSERT INTO public.y VALUES (1); INSERT INTO public.b VALUES (1);
-- @rows source
INSERT INTO public.m VALUES (1); INSERT INTO public.a VALUES (1, 1); INSERT INTO public.z VALUES (1, 1);
INSERT INTO public.one VALUES (1); INSERT INTO public.two VALUES (1, 1); UPDATE public.one SET j = 1;
INSERT INTO public.y VALUES (1); INSERT INTO public.b VALUES (1);
