-- Every form of CREATE INDEX, with hostile names and a table and a materialized view to carry them.
-- @both
CREATE SCHEMA "S ""1""";
CREATE COLLATION "S ""1"""."Coll ä" (provider = icu, locale = 'de');
CREATE FUNCTION "S ""1"""."F"(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE "S ""1"""."table" (id int, "order" text, body tsvector, r int4range, n numeric, arr int[]);
CREATE MATERIALIZED VIEW public.m AS SELECT 1 AS id, 'a'::text AS label;
-- @source
CREATE UNIQUE INDEX "Unique" ON "S ""1"""."table" (id) NULLS NOT DISTINCT WITH (fillfactor = 80, deduplicate_items = off);
CREATE INDEX "it's; --" ON "S ""1"""."table" ("order" COLLATE "S ""1"""."Coll ä" text_pattern_ops DESC NULLS LAST, id ASC NULLS FIRST) INCLUDE (n);
CREATE INDEX expressed ON "S ""1"""."table" ("S ""1"""."F"("order"), (id + 1), lower("order") COLLATE "C") WHERE "order" <> ' WHERE (x) WITH (fillfactor=''80'')' AND id IS NOT NULL;
ALTER INDEX "S ""1"""."expressed" ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX "S ""1"""."expressed" ALTER COLUMN 2 SET STATISTICS 1000;
CREATE INDEX gin ON "S ""1"""."table" USING gin (body, arr) WITH (fastupdate = off, gin_pending_list_limit = 128);
CREATE INDEX gist ON "S ""1"""."table" USING gist (body tsvector_ops (siglen = 100), r) WITH (buffering = auto);
CREATE INDEX brin ON "S ""1"""."table" USING brin (id int4_minmax_multi_ops (values_per_range = 16), n) WITH (pages_per_range = 32, autosummarize = true) TABLESPACE spare_space;
CREATE INDEX hash ON "S ""1"""."table" USING hash (n);
CREATE INDEX spgist ON "S ""1"""."table" USING spgist (r) WHERE NOT isempty(r);
CREATE UNIQUE INDEX m_id ON public.m (id);
CREATE INDEX m_label ON public.m (upper(label));
COMMENT ON INDEX "S ""1"""."it's; --" IS 'it''s';
COMMENT ON INDEX public.m_id IS 'on a materialized view';
-- @rows
INSERT INTO "S ""1"""."table" VALUES (1, 'a', 'b', '[1,2)', 1, '{1}'), (2, NULL, NULL, 'empty', NULL, NULL);
