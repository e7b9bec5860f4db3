-- New columns whose default is another one for each row, filled in batches; and those where that would be seen.
-- @options {"strategy": "online", "backfill": true}
-- @target
CREATE SCHEMA "S o";
CREATE TABLE "S o"."T ""t" (id integer PRIMARY KEY, v text);
CREATE TABLE public.triggered (id integer PRIMARY KEY);
CREATE TABLE public.parent (id integer);
CREATE TABLE public.child () INHERITS (public.parent);
CREATE TABLE public.checked (id integer);
CREATE TABLE public.copied (id integer);
CREATE TABLE public.counted (id integer);
CREATE TABLE public.secured (id integer);
ALTER TABLE public.secured ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
CREATE TRIGGER refuse BEFORE UPDATE ON public.triggered FOR EACH ROW EXECUTE FUNCTION public.refuse();
-- @source
CREATE SCHEMA "S o";
CREATE TABLE "S o"."T ""t" (id integer PRIMARY KEY, v text,
  "Ä 'b" uuid DEFAULT gen_random_uuid() NOT NULL, n double precision DEFAULT random(), u uuid DEFAULT gen_random_uuid() UNIQUE);
CREATE INDEX ON "S o"."T ""t" ("Ä 'b");
COMMENT ON COLUMN "S o"."T ""t"."Ä 'b" IS 'it''s';
GRANT SELECT (n) ON "S o"."T ""t" TO PUBLIC;
CREATE VIEW public.v AS SELECT "Ä 'b" FROM "S o"."T ""t";
CREATE TABLE public.triggered (id integer PRIMARY KEY, c uuid DEFAULT gen_random_uuid());
CREATE TABLE public.parent (id integer, c uuid DEFAULT gen_random_uuid());
CREATE TABLE public.child () INHERITS (public.parent);
CREATE TABLE public.checked (id integer, c uuid DEFAULT gen_random_uuid() CHECK (c IS NOT NULL));
CREATE TABLE public.copied (id integer, c uuid DEFAULT gen_random_uuid());
CREATE MATERIALIZED VIEW public.copy AS SELECT c IS NULL AS is_null FROM public.copied;
CREATE TABLE public.counted (id integer, c serial);
CREATE TABLE public.secured (id integer, c uuid DEFAULT gen_random_uuid() NOT NULL);
ALTER TABLE public.secured ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
CREATE TRIGGER refuse BEFORE UPDATE ON public.triggered FOR EACH ROW EXECUTE FUNCTION public.refuse();
-- @rows
INSERT INTO "S o"."T ""t" SELECT n, repeat('x', 500) FROM generate_series(1, 3000) AS n;
INSERT INTO public.triggered VALUES (1);
INSERT INTO public.parent VALUES (1);
INSERT INTO public.child VALUES (2);
INSERT INTO public.checked VALUES (1);
INSERT INTO public.copied VALUES (1);
INSERT INTO public.counted VALUES (1), (2);
INSERT INTO public.secured VALUES (1), (2);
