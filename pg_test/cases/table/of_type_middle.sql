-- The type of typed tables gets an attribute in the middle, or loses one there, or has them in another order: the server has ALTER TYPE
-- for none of that but the loss. The tables keep their rows, what is on them, and what looks at them.
-- @both
CREATE SCHEMA "S";
GRANT USAGE ON SCHEMA "S" TO alice;
-- @target
CREATE TYPE "S".c AS (id integer, "B b" text, last date);
CREATE TYPE public.loses AS (a integer, gone text, z integer);
CREATE TYPE public.turns AS (a integer, b text, c date);
-- @source
CREATE TYPE "S".c AS (id integer, added numeric(8,2), "B b" text, last date);
CREATE TYPE public.loses AS (a integer, z integer);
CREATE TYPE public.turns AS (c date, a integer, b text);
-- @both
CREATE TABLE "S".typed OF "S".c (id WITH OPTIONS PRIMARY KEY, "B b" WITH OPTIONS DEFAULT 'x' NOT NULL, CHECK (id > 0));
CREATE INDEX "typed b" ON "S".typed ("B b");
CREATE VIEW public.v AS SELECT id, "B b" FROM "S".typed;
CREATE TABLE public.refers (id integer REFERENCES "S".typed);
ALTER TABLE "S".typed OWNER TO alice;
GRANT SELECT ON "S".typed TO bob;
COMMENT ON TABLE "S".typed IS 'typed';
COMMENT ON COLUMN "S".typed.last IS 'last';
CREATE TABLE public.tl OF public.loses;
CREATE TABLE public.tt OF public.turns (b WITH OPTIONS DEFAULT 'q');
-- @rows
INSERT INTO "S".typed VALUES (1, 'b', '2020-01-01');
INSERT INTO public.refers VALUES (1);
INSERT INTO public.tl VALUES (1, 'x', 2);
INSERT INTO public.tt VALUES (1, 'x', '2020-01-01');
-- @lossy table column public.tl.gone
-- @rows source
INSERT INTO "S".typed VALUES (1, NULL, 'b', '2020-01-01');
INSERT INTO public.refers VALUES (1);
INSERT INTO public.tl VALUES (1, 2);
INSERT INTO public.tt VALUES ('2020-01-01', 1, 'x');
-- @lossy source table column "S".typed.added
