-- What the target calls otherwise is renamed, with its rows, and called back by the rollback.
\c :source
CREATE SCHEMA s;
CREATE TYPE s.feel AS ENUM ('a', 'b');
CREATE TABLE s."Order" (id integer CONSTRAINT k UNIQUE, "Note 2" text, m s.feel DEFAULT 'a');
CREATE VIEW s.v AS SELECT id, "Note 2" AS note FROM s."Order";
CREATE VIEW s.orders AS SELECT 1 AS takes_the_old_name;
\c :target
CREATE SCHEMA s;
CREATE TYPE s.mood AS ENUM ('a', 'b');
CREATE TABLE s.orders (id integer CONSTRAINT k UNIQUE, note text, m s.mood DEFAULT 'a');
CREATE VIEW s.v AS SELECT id, note FROM s.orders;
INSERT INTO s.orders VALUES (1, 'one');
CREATE TABLE public.before AS SELECT pgdiff.fingerprint('current', '{"exclude_schemas": ["public"]}') AS fingerprint;
\set options '{"exclude_schemas": ["public"], "renames": [{"type": "table", "from": "s.orders", "to": "\\"Order\\""}, {"type": "column", "from": "s.orders.note", "to": "\\"Note 2\\""}, {"type": "type", "from": "s.mood", "to": "feel"}]}'
SELECT action, object_type, object_identity, details, hazards FROM pgdiff.compare(:'source', options => :'options');
SELECT step, action, object_identity, statement FROM pgdiff.plan(:'source', options => :'options');
SELECT pgdiff.script(:'source', options => :'options') AS script, pgdiff.rollback_script(:'source', options => :'options') AS rollback
\gset
\o /dev/null
:script
\o
SELECT * FROM s."Order";
-- Carried out, nothing is left to do.
SELECT action, object_identity FROM pgdiff.compare(:'source', options => :'options');
\o /dev/null
:rollback
\o
SELECT * FROM s.orders;
SELECT fingerprint = pgdiff.fingerprint('current', '{"exclude_schemas": ["public"]}') AS as_before FROM public.before;
-- What can't be.
SELECT count(*) FROM pgdiff.compare(:'source', options => '{"renames": [{"type": "table", "from": "s.nothing", "to": "b"}]}');
SELECT count(*) FROM pgdiff.compare(:'source', options => '{"renames": [{"type": "table", "from": "s.orders", "to": "b"}]}');
SELECT count(*) FROM pgdiff.compare(:'source', options => '{"renames": [{"type": "view", "from": "s.v", "to": "orders"}]}');
-- A schema that is called otherwise on the other side.
\c :source
ALTER SCHEMA s RENAME TO dev;
\c :target
SELECT action, object_type, object_identity
  FROM pgdiff.compare(:'source', options => '{"exclude_schemas": ["public"], "schema_map": {"s": "dev"}, "include": ["s.v*", {"type": "type", "name": "*"}]}');
SELECT count(*) FROM pgdiff.compare(:'source', options => '{"schema_map": {"s": "nowhere"}}');
