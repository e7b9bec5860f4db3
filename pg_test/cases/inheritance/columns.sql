-- The parent's columns come, go and change; children follow, also those that have declared the column themselves.
-- @target
CREATE TABLE public.p (a integer, gone text, r integer, n integer);
CREATE TABLE public.c (a integer, gone text, own integer) INHERITS (public.p);
CREATE TABLE public.d () INHERITS (public.c);
-- @source
CREATE TABLE public.p (a integer, r bigint DEFAULT 3, n integer NOT NULL, added text DEFAULT 'x' COLLATE "C", declared integer);
CREATE TABLE public.c (a integer, own integer, declared integer) INHERITS (public.p);
CREATE TABLE public.d () INHERITS (public.c);
ALTER TABLE public.d ALTER added SET DEFAULT 'y', ALTER declared SET DEFAULT 5;
-- @rows
INSERT INTO public.p VALUES (1, 'x', 2, 3);
INSERT INTO public.c VALUES (1, 'x', 2, 3, 4);
INSERT INTO public.d VALUES (1, 'x', 2, 3, 4);
-- @lossy table column public.p.gone, table column public.c.gone, table column public.d.gone
-- @rows source
INSERT INTO public.p VALUES (1, 2, 3);
INSERT INTO public.d (a, r, n) VALUES (1, 2, 3);
-- @lossy source table column public.p.added, table column public.p.declared, table column public.c.added, table column public.c.declared, table column public.d.added, table column public.d.declared
