-- A column comes to, or goes from, three generations; the youngest, or the one between, has declared it itself as well.
-- @target
CREATE SCHEMA "S 2";
CREATE TABLE public.p (a integer, gone text, stays integer);
CREATE TABLE public."C 1" () INHERITS (public.p);
CREATE TABLE "S 2".g (gone text) INHERITS (public."C 1");
CREATE TABLE public.e () INHERITS ("S 2".g);
CREATE TABLE public.keeps (gone text, stays integer) INHERITS (public.p);
-- @source
CREATE SCHEMA "S 2";
CREATE TABLE public.p (a integer, came text);
CREATE TABLE public."C 1" (came text) INHERITS (public.p);
CREATE TABLE "S 2".g () INHERITS (public."C 1");
CREATE TABLE public.e (came text) INHERITS ("S 2".g);
CREATE TABLE public.keeps () INHERITS (public.p);
-- @rows
INSERT INTO public.p VALUES (1, 'p');
INSERT INTO public."C 1" VALUES (2, 'c');
INSERT INTO "S 2".g VALUES (3, 'g');
INSERT INTO public.e VALUES (4, 'e');
-- @lossy table column public.p.gone, table column public."C 1".gone, table column "S 2".g.gone, table column public.e.gone, table column public.keeps.stays
-- @rows source
INSERT INTO public.e VALUES (4, 'e');
INSERT INTO public."C 1" VALUES (4, 'e');
-- @lossy source table column public.p.came, table column public."C 1".came, table column "S 2".g.came, table column public.e.came
