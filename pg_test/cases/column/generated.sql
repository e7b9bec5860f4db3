-- Generated columns made, dropped, changed, made plain; and over a column that is retyped. What is computed is no data to lose.
-- @target
CREATE TABLE public.t (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED, c integer GENERATED ALWAYS AS (a + 1) STORED,
  d integer, e integer GENERATED ALWAYS AS (a - 1) STORED);
CREATE TABLE public.u (a integer, b numeric, "C" text GENERATED ALWAYS AS (((a)::text || 'x'::text)) STORED);
-- @source
CREATE TABLE public.t (a integer, b integer GENERATED ALWAYS AS (a * 3) STORED, c integer,
  d integer, f text GENERATED ALWAYS AS (((a)::text || 'y'::text)) STORED NOT NULL);
CREATE TABLE public.u (a bigint, b numeric, "C" text GENERATED ALWAYS AS (((a)::text || 'x'::text)) STORED);
COMMENT ON COLUMN public.u."C" IS 'computed';
-- @rows
INSERT INTO public.t (a, d) VALUES (1, 2);
INSERT INTO public.u (a, b) VALUES (1, 2);
-- @rows source
INSERT INTO public.t (a, d) VALUES (1, 2);
INSERT INTO public.u (a, b) VALUES (1, 2);
-- @lossy source table column public.t.c
