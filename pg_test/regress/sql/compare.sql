-- What compare shows, row by row.
\c :source
CREATE SCHEMA shop;
COMMENT ON SCHEMA shop IS 'new';
CREATE TYPE shop.state AS ENUM ('open', 'paid', 'sent');
CREATE TABLE shop.item (id integer PRIMARY KEY, name text NOT NULL DEFAULT 'x', price numeric(10,2) CHECK (price > 0));
COMMENT ON COLUMN shop.item.name IS 'what it is called';
CREATE INDEX item_name ON shop.item (name);
CREATE TABLE shop."Order" (id integer GENERATED ALWAYS AS IDENTITY, item integer REFERENCES shop.item, state shop.state);
COMMENT ON TABLE shop."Order" IS 'what is sold';
CREATE VIEW shop.cheap AS SELECT 1 AS id, 2 AS name FROM shop.item LIMIT 3;
CREATE FUNCTION shop.total(a integer, b integer) RETURNS integer LANGUAGE sql AS 'SELECT a + b';
\c :target
CREATE SCHEMA shop;
COMMENT ON SCHEMA shop IS 'old';
CREATE TYPE shop.state AS ENUM ('open', 'sent');
CREATE TABLE shop.item (id integer PRIMARY KEY, name text, price numeric(10,2), old_price integer);
CREATE TABLE shop.gone (id integer PRIMARY KEY, note text);
CREATE INDEX gone_note ON shop.gone (note);
CREATE VIEW shop.cheap AS SELECT 1 AS id FROM shop.item;
CREATE FUNCTION shop.total(a integer, b integer) RETURNS integer LANGUAGE sql AS 'SELECT b + a';
-- An object that people know is one row.
SELECT action, object_type, object_schema, object_name, object_identity, risk, hazards
  FROM pgdiff.compare(:'source', options => '{"exclude_schemas": ["public"]}');
-- Each property with both sides.
SELECT object_identity, d.key AS property, d.value ->> 'source' AS source, d.value ->> 'target' AS target
  FROM pgdiff.compare(:'source', options => '{"exclude_schemas": ["public"]}'), jsonb_each(details) AS d
 WHERE action = 'alter' AND object_type NOT IN ('function', 'view');
-- The statements of a whole object, and the way from one to the other.
\t on
\a
SELECT source_ddl FROM pgdiff.compare(:'source') WHERE object_identity = 'shop."Order"';
SELECT target_ddl FROM pgdiff.compare(:'source') WHERE object_identity = 'shop.gone';
SELECT diff FROM pgdiff.compare(:'source') WHERE object_identity = 'shop.total(integer,integer)';
SELECT diff FROM pgdiff.compare(:'source') WHERE object_identity = 'shop.cheap';
SELECT diff FROM pgdiff.compare(:'source') WHERE object_identity = 'shop';
\a
\t off
-- Counted.
SELECT * FROM pgdiff.summary(:'source', options => '{"exclude_schemas": ["public"]}');
-- A choice, with what it needs.
SELECT action, object_type, object_identity, details ->> 'reason' AS reason
  FROM pgdiff.compare(:'source', options => '{"include": [{"type": "table", "name": "shop.\"Ord*"}]}');
SELECT action, object_identity FROM pgdiff.compare(:'source', options => '{"include": [{"type": "index", "name": "*"}]}');
SELECT action, object_identity FROM pgdiff.compare(:'source', options => '{"schemas": ["shop"], "exclude": ["shop.item", "shop.gone", "shop.cheap"]}');
-- Something left out would be in the way.
CREATE SCHEMA other;
CREATE VIEW other.uses AS SELECT note FROM shop.gone;
SELECT action, object_identity FROM pgdiff.compare(:'source', options => '{"schemas": ["shop"]}');
DROP SCHEMA other CASCADE;
-- What is ignored makes no row.
SELECT action, object_type, object_identity
  FROM pgdiff.compare(:'source', options => '{"schemas": ["shop"], "ignore": ["comments", "defaults"], "exclude": ["shop.gone", "shop.\"Order\""]}');
-- Drops can be left out, or left as comments.
SELECT count(*) FILTER (WHERE statement LIKE 'DROP TABLE%') AS yes FROM pgdiff.plan(:'source', options => '{"schemas": ["shop"]}');
SELECT statement FROM pgdiff.plan(:'source', options => '{"schemas": ["shop"], "drop": "comment"}') WHERE statement LIKE '--%' OR action = 'drop';
SELECT statement FROM pgdiff.plan(:'source', options => '{"schemas": ["shop"], "drop": "no"}') WHERE action = 'drop';
-- Equal is nothing.
SELECT * FROM pgdiff.compare('current');
