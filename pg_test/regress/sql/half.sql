-- What a deployment renames, moves aside and copies before it drops it comes back with its rows: from half of it, and from all of it.
\c :source
CREATE SCHEMA shop;
CREATE TABLE shop."Client" (id integer PRIMARY KEY, "full name" text NOT NULL);
CREATE TABLE shop.item (id integer PRIMARY KEY, label text);
CREATE INDEX item_label ON shop.item (label);
\c :target
CREATE SCHEMA shop;
CREATE TYPE shop.mood AS ENUM ('a', 'b');
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text NOT NULL, CHECK (name <> ''));
CREATE TABLE shop.item (id integer PRIMARY KEY, label text, price numeric NOT NULL, m shop.mood);
CREATE TABLE shop."Gone" (id serial PRIMARY KEY, m shop.mood DEFAULT 'a', item integer REFERENCES shop.item);
CREATE VIEW shop.v AS SELECT c.name, g.m FROM shop.customer AS c, shop."Gone" AS g;
INSERT INTO shop.customer VALUES (1, 'one'), (2, 'two');
INSERT INTO shop.item VALUES (1, 'label', 1.50, 'b'), (2, NULL, 2, NULL);
INSERT INTO shop."Gone" (m, item) VALUES ('a', 1), ('b', NULL);
CREATE SCHEMA looking;
CREATE FUNCTION looking.at() RETURNS text LANGUAGE sql AS $$
    SELECT pgdiff.fingerprint('current', '{"exclude_schemas": ["looking", "public"]}') || query_to_xml('TABLE shop.customer', true, true, '')::text
           || query_to_xml('TABLE shop.item', true, true, '')::text || query_to_xml('TABLE shop."Gone"', true, true, '')::text || (SELECT last_value FROM shop."Gone_id_seq")
$$;
CREATE TABLE looking.before AS SELECT looking.at();
\set VERBOSITY terse
\set given '"strategy": "online", "exclude_schemas": ["looking", "public"], "renames": [{"type": "table", "from": "shop.customer", "to": "\\"Client\\""}, {"type": "column", "from": "shop.customer.name", "to": "\\"full name\\""}]'
-- All but what loses rows.
SELECT format('"allow": [%s]', string_agg(format('"%s"', hazard), ', ')) AS allow FROM pgdiff.hazards() WHERE hazard NOT IN ('DROP_TABLE', 'DROP_COLUMN', 'DROP_MATERIALIZED_VIEW', 'DROP_SEQUENCE') \gset
SELECT format('{%s, "keep_dropped": "kept", "post_script": "SELECT 1 / 0", %s}', :'given', :'allow') AS failing,
       format('{%s, "keep_dropped": "kept", %s}', :'given', :'allow') AS kept, format('{%s}', :'allow') AS allowed \gset
-- Half of it.
CALL pgdiff.deploy(:'source', options => :'failing');
SELECT stage, state FROM pgdiff.deployment_stage WHERE deployment_id = 1 ORDER BY stage;
SELECT * FROM kept."Gone" ORDER BY id;
SELECT * FROM shop."Client" ORDER BY id;
CALL pgdiff.rollback(1, :'allowed');
SELECT looking.at() = b.at AS as_before, to_regnamespace('kept') FROM looking.before AS b;
SELECT deployment_id, state, rollback_of, identical FROM pgdiff.deployment ORDER BY deployment_id;
-- All of it.
CALL pgdiff.deploy(:'source', options => :'kept');
SELECT * FROM shop."Client" ORDER BY id;
CALL pgdiff.rollback(3, :'allowed');
SELECT looking.at() = b.at AS as_before, to_regnamespace('kept') FROM looking.before AS b;
-- Half of it, kept where there was something before.
CREATE SCHEMA kept;
CREATE TABLE kept.before AS SELECT 1 AS stays;
CALL pgdiff.deploy(:'source', options => :'failing');
CALL pgdiff.rollback(5, :'allowed');
SELECT to_regclass('kept."Gone"'), stays FROM kept.before;
DROP SCHEMA kept CASCADE;
SELECT looking.at() = b.at AS as_before FROM looking.before AS b;
-- Half of it, where nothing is dropped.
SELECT format('{%s, "drop": "no", "post_script": "SELECT 1 / 0", %s}', :'given', :'allow') AS failing \gset
CALL pgdiff.deploy(:'source', options => :'failing');
SELECT * FROM shop."Client" ORDER BY id;
\set VERBOSITY default
CALL pgdiff.rollback(7, :'allowed');
SELECT looking.at() = b.at AS as_before FROM looking.before AS b;
SELECT deployment_id, state, rollback_of, identical FROM pgdiff.deployment ORDER BY deployment_id;
-- The addresses of the target's objects are recorded, those of another database are not.
SELECT DISTINCT catalog_before::json -> 'lineage' IS NOT NULL AS before, catalog_after::json -> 'lineage' IS NOT NULL AS after, source_catalog::json -> 'lineage' IS NOT NULL AS source
  FROM pgdiff.deployment WHERE rollback_of IS NULL;
