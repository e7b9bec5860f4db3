-- Snapshots: taken, compared, sent elsewhere, and what was renamed in between.
\pset null '(null)'
CREATE SCHEMA shop;
CREATE TABLE shop.client (id int PRIMARY KEY, mail text UNIQUE, CHECK (mail <> ''));
CREATE TABLE shop.part (id int, k int) PARTITION BY LIST (k);
CREATE TABLE shop.part_1 PARTITION OF shop.part FOR VALUES IN (1);
CREATE TABLE shop.a (x int);
CREATE TABLE shop.b (x int);
CREATE TABLE shop.c (x int);
CREATE TABLE shop.gone (x int);
CREATE FUNCTION shop.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW shop.v AS SELECT mail AS address FROM shop.client;
INSERT INTO shop.client VALUES (1, 'a@example.com'), (2, 'b@example.com');
INSERT INTO shop.part VALUES (1, 1);
INSERT INTO shop.a VALUES (1);
INSERT INTO shop.b VALUES (2);
INSERT INTO shop.c VALUES (3);
SELECT count(*) FROM pgdiff.compare();
SELECT pgdiff.take_snapshot('one', comment => 'before the release');
SELECT label, endpoint, server_version_num / 10000 AS server, options, objects > 20 AS objects, taken_by, comment, imported_at,
       octet_length(catalog) < 10000 AS small FROM pgdiff.snapshot;
SELECT pgdiff.fingerprint() = fingerprint AS live, pgdiff.fingerprint('snapshot:one') = fingerprint AS stored FROM pgdiff.snapshot;
SELECT count(*) FROM pgdiff.compare('snapshot:one');
SELECT count(*) FROM pgdiff.compare('snapshot:one', 'snapshot:one');
-- The newest snapshot of this database is the source of a call that names none.
SELECT count(*) FROM pgdiff.compare();
-- What is called otherwise now is known by its address: tables that changed places, what is in the way, what partitions inherit.
ALTER TABLE shop.client RENAME TO customer;
ALTER TABLE shop.customer RENAME mail TO email;
ALTER TABLE shop.customer RENAME CONSTRAINT client_mail_check TO has_mail;
ALTER TABLE shop.customer ADD since date;
ALTER TABLE shop.part RENAME k TO kind;
ALTER TABLE shop.a RENAME TO t;
ALTER TABLE shop.b RENAME TO a;
ALTER TABLE shop.c RENAME TO b;
ALTER TABLE shop.t RENAME TO c;
DROP TABLE shop.gone;
ALTER TABLE shop.b RENAME TO gone;
ALTER FUNCTION shop.f(int) RENAME TO g;
SELECT pgdiff.take_snapshot('two');
SELECT action, object_type, object_identity, details FROM pgdiff.compare('snapshot:two', 'snapshot:one');
SELECT step, statement, reversibility FROM pgdiff.plan('snapshot:two', 'snapshot:one');
-- Without connections as well, and there and back: the data are kept, in every row.
SELECT string_agg(format('SELECT %L AS relation, to_jsonb(q) AS row FROM %I.%I AS q', relname, nspname, relname), ' UNION ALL ') || ' ORDER BY 1, 2' AS rows
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
 WHERE nspname = 'shop' AND relkind IN ('r', 'p') AND NOT relispartition
\gset
:rows;
BEGIN;
SELECT regexp_replace(pgdiff.script('snapshot:one'), '(BEGIN|COMMIT);', '', 'g') AS script
\gset
SELECT regexp_replace(pgdiff.rollback_script('snapshot:one'), '(BEGIN|COMMIT);', '', 'g') AS back
\gset
:script
RESET ALL;
SELECT count(*) FROM pgdiff.compare('snapshot:one');
SELECT string_agg(format('SELECT %L AS relation, to_jsonb(q) AS row FROM %I.%I AS q', relname, nspname, relname), ' UNION ALL ') || ' ORDER BY 1, 2' AS rows
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
 WHERE nspname = 'shop' AND relkind IN ('r', 'p') AND NOT relispartition
\gset
:rows;
:back
RESET ALL;
SELECT action, object_type, object_identity FROM pgdiff.compare('snapshot:two');
SELECT string_agg(format('SELECT %L AS relation, to_jsonb(q) AS row FROM %I.%I AS q', relname, nspname, relname), ' UNION ALL ') || ' ORDER BY 1, 2' AS rows
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
 WHERE nspname = 'shop' AND relkind IN ('r', 'p') AND NOT relispartition
\gset
:rows;
COMMIT;
-- It travels as a document, without a connection.
SELECT jsonb_object_agg(key, jsonb_typeof(value)) FROM jsonb_each(pgdiff.export_snapshot('two')::jsonb -> 'snapshot');
SELECT pgdiff.import_snapshot(pgdiff.export_snapshot('two'), 'three');
SELECT count(*) FROM pgdiff.compare('snapshot:three');
SELECT count(*) FROM pgdiff.compare('snapshot:three', 'snapshot:two');
SELECT a.fingerprint = b.fingerprint AS same, b.imported_at IS NOT NULL AS imported, a.catalog = b.catalog AS same_bytes
  FROM pgdiff.snapshot AS a, pgdiff.snapshot AS b WHERE a.label = 'two' AND b.label = 'three';
-- jsonb has another order and other spaces.
SELECT pgdiff.import_snapshot(pgdiff.export_snapshot('two')::jsonb::json, 'four');
SELECT count(*) FROM pgdiff.compare('snapshot:four', 'snapshot:two');
SELECT pgdiff.export_snapshot('two') AS document \gset
\c :source
CREATE EXTENSION dblink;
CREATE EXTENSION pgdiff;
SELECT pgdiff.import_snapshot(:'document');
SELECT label, endpoint, taken_by, fingerprint = pgdiff.fingerprint('snapshot:two') AS same FROM pgdiff.snapshot;
-- It is a snapshot of another database: no source of a call that names none.
SELECT count(*) FROM pgdiff.compare();
SELECT object_type, count(*) FROM pgdiff.compare('snapshot:two') WHERE action = 'create' GROUP BY 1 ORDER BY 1;
SELECT count(*) FROM pgdiff.compare('snapshot:two', :'target');
DROP EXTENSION pgdiff;
\c :target
-- What can't be.
SELECT pgdiff.take_snapshot('two');
SELECT pgdiff.take_snapshot(' two');
SELECT pgdiff.take_snapshot('');
SELECT pgdiff.take_snapshot('x', 'snapshot:nowhere');
SELECT pgdiff.take_snapshot('x', options => '{"schemas": ["shop"]}');
SELECT pgdiff.drop_snapshot('nothing');
SELECT pgdiff.drop_snapshot(NULL);
SELECT count(*) FROM pgdiff.compare('snapshot:nowhere');
SELECT count(*) FROM pgdiff.compare('snapshot:one', options => '{"scope": "cluster"}');
CALL pgdiff.deploy('current', 'snapshot:one');
SELECT count(*) FROM pgdiff.checklist('current', 'snapshot:one');
SELECT count(*) FROM pgdiff.dry_run('current', 'snapshot:one');
SELECT pgdiff.import_snapshot('{}');
SELECT pgdiff.import_snapshot('[1]');
SELECT pgdiff.import_snapshot('{"pgdiff_snapshot": 2, "what": "ever"}');
SELECT pgdiff.import_snapshot(replace(pgdiff.export_snapshot('two')::text, 'has_mail', 'had_mail')::json, 'x');
SELECT pgdiff.import_snapshot((pgdiff.export_snapshot('two')::jsonb #- '{snapshot,fingerprint}')::json, 'x');
SELECT pgdiff.import_snapshot(NULL);
SELECT pgdiff.import_snapshot(jsonb_set(pgdiff.export_snapshot('two')::jsonb, '{snapshot,label}', '" two"')::json);
-- More than the objects in the database, compared as more and as less.
SELECT pgdiff.take_snapshot('all', options => '{"scope": "cluster", "large_objects": true}');
SELECT count(*) FROM pgdiff.compare('snapshot:all');
SELECT count(*) FROM pgdiff.compare('snapshot:all', options => '{"scope": "database"}');
SELECT count(*) FROM pgdiff.compare('snapshot:all', options => '{"scope": "cluster", "large_objects": true}');
SELECT pgdiff.fingerprint('snapshot:all') = pgdiff.fingerprint() AS same;
-- Of an endpoint elsewhere, which is deployed from as from any other.
SELECT pgdiff.take_snapshot('remote', :'source') AS label;
SELECT count(*) FROM pgdiff.compare('snapshot:remote', :'source');
SELECT pgdiff.take_snapshot('copy', 'snapshot:two');
SELECT count(*) FROM pgdiff.compare('snapshot:copy', 'snapshot:two');
CALL pgdiff.deploy('snapshot:one', options => '{"allow": ["DROP_COLUMN", "RENAME", "ROWS_COPIED", "TABLE_SCAN", "DROP_TABLE"]}');
SELECT source, state, identical FROM pgdiff.deployment;
SELECT string_agg(format('SELECT %L AS relation, to_jsonb(q) AS row FROM %I.%I AS q', relname, nspname, relname), ' UNION ALL ') || ' ORDER BY 1, 2' AS rows
  FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace
 WHERE nspname = 'shop' AND relkind IN ('r', 'p') AND NOT relispartition
\gset
:rows;
SELECT object_type, object_identity, details FROM pgdiff.compare('snapshot:one');
-- When it was taken is told alike, whatever the session's settings are: IST is another zone's abbreviation as well.
SET TimeZone TO 'Asia/Kolkata';
SET DateStyle TO 'SQL, DMY';
SELECT pgdiff.take_snapshot('elsewhere');
SELECT pgdiff.import_snapshot(pgdiff.export_snapshot('elsewhere'), 'travelled');
RESET TimeZone;
RESET DateStyle;
SELECT label, clock_timestamp() - taken_at BETWEEN '-10 min' AND '10 min' AS lately, clock_timestamp() - imported_at BETWEEN '-10 min' AND '10 min' AS imported_lately
  FROM pgdiff.snapshot WHERE label IN ('elsewhere', 'travelled') ORDER BY label;
SELECT pgdiff.drop_snapshot(label) FROM unnest('{elsewhere,travelled}'::text[]) AS label;
-- Old ones go, but not the newest of an endpoint, nor what is watched.
SELECT count(*) > 0 AS watched FROM pgdiff.check_drift('snapshot:one', 'snapshot:two');
SELECT pgdiff.purge_snapshots('0 s');
SELECT label FROM pgdiff.snapshot ORDER BY taken_at;
SELECT pgdiff.drop_drift_watch(watch_id) FROM pgdiff.drift_watch;
SELECT pgdiff.purge_snapshots('0 s');
SELECT label FROM pgdiff.snapshot ORDER BY taken_at;
SELECT pgdiff.drop_snapshot('remote');
-- Who may what.
CREATE ROLE snapshot_reader;
SET ROLE snapshot_reader;
SELECT pgdiff.take_snapshot('mine');
SELECT count(*) FROM pgdiff.snapshot;
RESET ROLE;
GRANT EXECUTE ON FUNCTION pgdiff.compare(text, text, jsonb), pgdiff.take_snapshot(text, text, text, jsonb) TO snapshot_reader;
SET ROLE snapshot_reader;
SELECT count(*) FROM pgdiff.compare();
SELECT count(*) FROM pgdiff.compare('snapshot:copy');
SELECT pgdiff.take_snapshot('mine');
INSERT INTO pgdiff.snapshot SELECT * FROM pgdiff.snapshot;
RESET ROLE;
SELECT label, taken_by FROM pgdiff.snapshot WHERE label = 'mine';
GRANT SELECT ON pgdiff.snapshot TO snapshot_reader;
SET ROLE snapshot_reader;
SELECT count(*) FROM pgdiff.compare('snapshot:mine');
RESET ROLE;
REVOKE ALL ON FUNCTION pgdiff.compare(text, text, jsonb), pgdiff.take_snapshot(text, text, text, jsonb) FROM snapshot_reader;
REVOKE ALL ON pgdiff.snapshot FROM snapshot_reader;
DROP ROLE snapshot_reader;
