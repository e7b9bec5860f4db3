-- The option keep_dropped: what has rows is moved aside with what it needs, and the rollback moves it back.
\c :source
CREATE SCHEMA s;
CREATE TABLE s.other (id integer PRIMARY KEY);
\c :target
CREATE ROLE kept_reader;
CREATE SCHEMA s;
CREATE TABLE s.other (id integer PRIMARY KEY);
CREATE TYPE s.mood AS ENUM ('a', 'b');
CREATE FUNCTION s.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TABLE s."Gone $$" (id serial PRIMARY KEY, m s.mood DEFAULT 'a', other integer REFERENCES s.other);
CREATE INDEX "Gone idx" ON s."Gone $$" (m) WHERE m = 'a';
CREATE TRIGGER touch BEFORE UPDATE ON s."Gone $$" FOR EACH ROW EXECUTE FUNCTION s.touch();
COMMENT ON TABLE s."Gone $$" IS 'stays';
GRANT SELECT ON s."Gone $$" TO kept_reader;
CREATE VIEW s.v AS SELECT id, m FROM s."Gone $$";
INSERT INTO s."Gone $$" (m) VALUES ('a'), ('b');
CREATE TABLE public.before AS
  SELECT pgdiff.fingerprint('current', '{"exclude_schemas": ["public"]}') AS fingerprint;

SELECT step, action, statement, reversibility
  FROM pgdiff.plan(:'source', options => '{"keep_dropped": "kept", "exclude_schemas": ["public"]}');
SELECT pgdiff.script(:'source', options => '{"keep_dropped": "kept", "exclude_schemas": ["public"]}') AS script,
       pgdiff.rollback_script(:'source', options => '{"keep_dropped": "kept", "exclude_schemas": ["public"]}') AS rollback
\gset
\o /dev/null
:script
\o
SELECT * FROM kept."Gone $$" ORDER BY id;
SELECT action, object_identity FROM pgdiff.compare(:'source', options => '{"keep_dropped": "kept", "exclude_schemas": ["public"]}');
\o /dev/null
:rollback
\o
SELECT * FROM s."Gone $$" ORDER BY id;
SELECT fingerprint = pgdiff.fingerprint('current', '{"exclude_schemas": ["public"]}') AS as_before FROM public.before;

-- No room: the name is taken there.
CREATE SCHEMA kept;
CREATE TABLE kept."Gone $$" ();
SELECT count(*) FROM pgdiff.plan(:'source', options => '{"keep_dropped": "kept", "exclude_schemas": ["public"]}');

-- Nothing would be moved.
SELECT count(*) FROM pgdiff.plan(:'source', options => '{"keep_dropped": "kept", "drop": "no"}');
DROP OWNED BY kept_reader;
DROP ROLE kept_reader;

-- Columns of tables that stay: their values are copied with the primary key, and written back by it.
\c :source
CREATE SCHEMA c;
CREATE TABLE c."Order $$" (id integer, "No" integer, PRIMARY KEY (id, "No"));
CREATE TABLE c.keyless (id integer);
CREATE TABLE c.watched (id integer PRIMARY KEY);
CREATE TABLE c.counted (id integer PRIMARY KEY);
\c :target
CREATE SCHEMA c;
CREATE TYPE c.mood AS ENUM ('a', 'b');
CREATE TABLE c."Order $$" (id integer, "No" integer, PRIMARY KEY (id, "No"), m c.mood NOT NULL, "the note" text DEFAULT 'none' CHECK ("the note" <> ''), n integer UNIQUE);
CREATE TABLE c.keyless (id integer, note text);
CREATE TABLE c.watched (id integer PRIMARY KEY, note text);
CREATE TRIGGER watch BEFORE UPDATE ON c.watched FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TABLE c.counted (id integer PRIMARY KEY, n serial);
INSERT INTO c."Order $$" VALUES (1, 1, 'a', 'one', 7), (1, 2, 'b', NULL, NULL);
INSERT INTO c.counted VALUES (1), (2);
CREATE TABLE public.before_columns AS SELECT pgdiff.fingerprint('current', '{"schemas": ["c"]}') AS fingerprint, (SELECT json_agg(o ORDER BY "No") FROM c."Order $$" AS o)::text AS rows;
\set options '{"keep_dropped": "kept columns", "schemas": ["c"]}'
SELECT step, action, object_identity, statement, risk, hazards, reversibility, reason FROM pgdiff.plan(:'source', options => :'options');
SELECT pgdiff.script(:'source', options => :'options') AS script, pgdiff.rollback_script(:'source', options => :'options') AS rollback \gset
\o /dev/null
:script
\o
SELECT action, object_identity FROM pgdiff.compare(:'source', options => :'options');
SELECT * FROM "kept columns"."c.Order $$.the note" ORDER BY "No";
\o /dev/null
:rollback
\o
SELECT fingerprint = pgdiff.fingerprint('current', '{"schemas": ["c"]}') AS as_before,
       rows = (SELECT json_agg(o ORDER BY "No") FROM c."Order $$" AS o)::text AS same_rows FROM public.before_columns;
SELECT to_regnamespace('"kept columns"');
-- The same by a deployment, and then removed for good.
CALL pgdiff.deploy(:'source', options => '{"keep_dropped": "kept columns", "schemas": ["c"], "drop": "yes", "allow": ["DROP_COLUMN", "DROP_TYPE", "DROP_OBJECT", "DROP_TRIGGER", "DROP_CONSTRAINT", "DROP_INDEX"]}');
CALL pgdiff.rollback(1, '{"allow": ["ADD_UNIQUE", "BUILD_INDEX", "TABLE_REWRITE", "TABLE_SCAN"]}');
SELECT fingerprint = pgdiff.fingerprint('current', '{"schemas": ["c"]}') AS as_before,
       rows = (SELECT json_agg(o ORDER BY "No") FROM c."Order $$" AS o)::text AS same_rows FROM public.before_columns;
CALL pgdiff.deploy(:'source', options => '{"keep_dropped": "kept columns", "schemas": ["c"], "drop": "yes", "allow": ["DROP_COLUMN", "DROP_TYPE", "DROP_OBJECT", "DROP_TRIGGER", "DROP_CONSTRAINT", "DROP_INDEX"]}');
CALL pgdiff.purge_dropped(3);
SELECT to_regnamespace('"kept columns"');
