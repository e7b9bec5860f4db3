-- The strategy online: the same with the least locking, as stages of the plan and as a script.
\c :source
CREATE SCHEMA s;
CREATE TABLE s.customer (id integer PRIMARY KEY, mail text NOT NULL UNIQUE);
CREATE TABLE s."Order" (id integer PRIMARY KEY, customer integer REFERENCES s.customer, note text CHECK (note <> ''));
CREATE INDEX changed ON s."Order" (customer, note);
COMMENT ON INDEX s.changed IS 'both';
CREATE TABLE s.fresh (id integer PRIMARY KEY, customer integer UNIQUE);
\c :target
CREATE SCHEMA s;
CREATE TABLE s.customer (id integer PRIMARY KEY, mail text);
CREATE TABLE s."Order" (id integer PRIMARY KEY, customer integer, note text);
CREATE INDEX changed ON s."Order" (customer);
CREATE INDEX gone ON s."Order" (note);
INSERT INTO s.customer VALUES (1, 'a'), (2, 'b');
\set options '{"schemas": ["s"], "strategy": "online"}'
SELECT stage, in_transaction AS t, split_part(statement, E'\n', 1) AS statement, lock_mode, risk, hazards FROM pgdiff.plan(:'source', options => :'options');
-- A dry run takes the plain form of what can't run in a transaction.
SET client_min_messages TO warning;
SELECT count(*) > 10 AS whole, bool_and(status = 'ok') AS ok FROM pgdiff.dry_run(:'source', options => :'options');
RESET client_min_messages;
\t on
\a
SELECT regexp_replace(pgdiff.script(:'source', options => '{"schemas": ["s"], "strategy": "online", "comments": false, "lock_timeout": "1s", "retries": 3}'),
                      '(by pgdiff|database|PostgreSQL) \S+', '\1 …', 'g');
\a
\t off
-- A later stage fails on the rows: the earlier ones stay, and what is left is found by comparing again.
INSERT INTO s.customer VALUES (3, 'a');
SELECT pgdiff.script(:'source', options => :'options') AS script, pgdiff.rollback_script(:'source', options => :'options') AS rollback \gset
\set ON_ERROR_STOP 0
\o /dev/null
:script
\o
ROLLBACK;
SELECT action, object_type, object_identity, details FROM pgdiff.compare(:'source', options => :'options');
DELETE FROM s.customer WHERE id = 3;
SELECT pgdiff.script(:'source', options => :'options') AS script \gset
\o /dev/null
:script
\o
SELECT action, object_type, object_identity, details FROM pgdiff.compare(:'source', options => :'options');
-- With backfill, rows are written in batches instead of under the lock.
\c :source
CREATE SCHEMA b;
CREATE TABLE b.item (id bigint PRIMARY KEY, price bigint DEFAULT 0, token uuid DEFAULT gen_random_uuid() NOT NULL);
CREATE INDEX item_price ON b.item (price);
\c :target
CREATE SCHEMA b;
CREATE TABLE b.item (id integer PRIMARY KEY, price integer DEFAULT 0);
CREATE INDEX item_price ON b.item (price);
INSERT INTO b.item SELECT n, n FROM generate_series(1, 100) AS n;
\set options '{"schemas": ["b"], "strategy": "online", "backfill": true}'
SELECT stage, in_transaction AS t, regexp_replace(split_part(statement, E'\n', 1), 'DO .*', 'DO …') AS statement, lock_mode, risk, rewrites, hazards
  FROM pgdiff.plan(:'source', options => :'options');
SET client_min_messages TO warning;
SELECT count(*) > 10 AS whole, bool_and(status = 'ok') AS ok FROM pgdiff.dry_run(:'source', options => :'options');
SELECT pgdiff.script(:'source', options => :'options') AS script, pgdiff.rollback_script(:'source', options => :'options') AS rollback \gset
\o /dev/null
:script
\o
SELECT action, object_type, object_identity, details FROM pgdiff.compare(:'source', options => :'options');
SELECT count(*), count(DISTINCT token), sum(price), pg_get_serial_sequence('b.item', 'id') FROM b.item;
-- Back again a value does not fit. The script goes on with the stages behind that, and loses nothing: what was done stays, and shows.
INSERT INTO b.item (id, price) VALUES (0, 5000000000);
\o /dev/null
:rollback
ROLLBACK;
\o
SELECT price FROM b.item WHERE id = 0;
SELECT action, object_type, object_identity FROM pgdiff.compare(:'source', options => :'options');
-- Deployed again, all that goes.
SELECT pgdiff.script(:'source', options => :'options') AS script \gset
\o /dev/null
:script
\o
SELECT count(price), max(price) FROM b.item;
SELECT action, object_type, object_identity FROM pgdiff.compare(:'source', options => :'options');
