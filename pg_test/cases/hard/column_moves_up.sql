-- A column moves from the child to the parent and back; another is in both; what is on it follows.
-- @both
CREATE SCHEMA "S";
-- @target
CREATE TABLE public.p (id integer, shared text);
CREATE TABLE "S".c (moves numeric(8,2) DEFAULT 1.5, own integer) INHERITS (public.p);
CREATE TABLE public.d (moves numeric(8,2)) INHERITS (public.p);
-- @source
CREATE TABLE public.p (id integer, shared text, moves numeric(8,2) DEFAULT 1.5);
CREATE TABLE "S".c (own integer) INHERITS (public.p);
CREATE TABLE public.d (moves numeric(8,2)) INHERITS (public.p);
-- @both
CREATE INDEX i ON "S".c (moves);
CREATE VIEW public.v AS SELECT id, moves FROM "S".c;
COMMENT ON COLUMN "S".c.moves IS 'moves';
-- @rows
INSERT INTO "S".c VALUES (1, 'x', 2.5, 3);
INSERT INTO public.d VALUES (1, 'x', 2.5);
-- @rows source
INSERT INTO "S".c (id, shared, moves, own) VALUES (1, 'x', 2.5, 3);
INSERT INTO public.d (id, shared, moves) VALUES (1, 'x', 2.5);
INSERT INTO public.p VALUES (1, 'x', 7);
-- @lossy source table column public.p.moves
