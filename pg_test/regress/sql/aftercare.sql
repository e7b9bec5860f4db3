-- What a deployment leaves to do, until it is done.
\c :source
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text NOT NULL, email text CONSTRAINT email_once UNIQUE);
CREATE INDEX customer_name ON shop.customer (name);
CREATE TABLE shop.wide (id bigint, label text);
CREATE TABLE shop.empty (id integer);
\c :target
CREATE EXTENSION pg_stat_statements SCHEMA public;
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text, email text);
INSERT INTO shop.customer SELECT g, 'customer ' || g, g || '@example.org' FROM generate_series(1, 1000) AS g;
CREATE TABLE shop.wide (id integer, label varchar(10));
INSERT INTO shop.wide SELECT g, g FROM generate_series(1, 100) AS g;
ANALYZE shop.customer, shop.wide;
\o /dev/null
\set ECHO none
SELECT 'SELECT count(*) FROM shop.customer WHERE name = ''one''' FROM generate_series(1, 30) \gexec
\set ECHO all
\o
-- A row comes between the checklist and the index: the server's own error, and an index that is left INVALID.
\set options '{"schemas": ["shop"], "strategy": "online", "allow": ["TABLE_REWRITE"], "pre_script": "INSERT INTO shop.customer VALUES (0, ''again'', ''1@example.org'')"}'
CALL pgdiff.deploy(:'source', options => :'options');
SELECT step, stage, state, action, object_type, object_identity, sqlstate, message, detail FROM pgdiff.deployment_step ORDER BY step;
SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indrelid = 'shop.customer'::regclass ORDER BY 1;
SELECT area, object_identity, finding, command FROM pgdiff.aftercare(1) WHERE area = 'index';
-- As long as the row is there it fails again, and leaves no second one.
CALL pgdiff.resume(1);
SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indrelid = 'shop.customer'::regclass ORDER BY 1;
-- When the rows are mended, going on builds it anew.
DELETE FROM shop.customer WHERE id = 0;
CALL pgdiff.resume(1);
SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indrelid = 'shop.customer'::regclass ORDER BY 1;
SELECT event, stage, step, message FROM pgdiff.deployment_event WHERE event = 'mended' ORDER BY event_id;
SELECT finding, message FROM pgdiff.verify(1);
-- What it made with rows, rewrote or gave another type wants statistics; what it only read, or made empty, does not.
SELECT area, object_identity, finding, command FROM pgdiff.aftercare(1) WHERE area <> 'statement';
ANALYZE shop.wide;
SELECT pg_stat_force_next_flush();
SELECT area, object_identity, finding, command FROM pgdiff.aftercare(1) WHERE area = 'statistics';
-- The new index at its first use.
SET enable_seqscan TO off;
\o /dev/null
\set ECHO none
SELECT 'SELECT count(*) FROM shop.customer WHERE name = ''one''' FROM generate_series(1, 30) \gexec
\set ECHO all
\o
RESET enable_seqscan;
SELECT pg_stat_force_next_flush();
SELECT area, object_identity, finding FROM pgdiff.aftercare(1) WHERE area = 'new index';
-- The statements on what it changed, before and after.
SELECT object_identity, regexp_replace(finding, '\d+\.\d+', 'N', 'g') AS finding FROM pgdiff.aftercare(1)
 WHERE area = 'statement' AND object_identity LIKE 'SELECT count%';
-- A database whose default collation has another version by now.
SELECT current_database() || '_icu' AS icu \gset
CREATE DATABASE :"icu" TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en' LOCALE 'C';
SELECT replace(:'target', current_database(), :'icu') AS icu_conninfo \gset
CALL pgdiff.deploy(:'source', :'icu_conninfo', '{"schemas": ["shop"]}');
SELECT max(deployment_id) AS icu_id FROM pgdiff.deployment \gset
SELECT * FROM pgdiff.aftercare(:icu_id) WHERE area = 'collation';
UPDATE pg_database SET datcollversion = '1' WHERE datname = :'icu';
\a
\t on
SELECT object_identity, regexp_replace(finding, 'now has .*', 'now has V'), command FROM (SELECT area, replace(object_identity, :'icu', '@icu@') AS object_identity, finding, replace(command, :'icu', '@icu@') AS command FROM pgdiff.aftercare(:icu_id)) AS a WHERE area = 'collation';
DROP DATABASE :"icu";
