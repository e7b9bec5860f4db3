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
