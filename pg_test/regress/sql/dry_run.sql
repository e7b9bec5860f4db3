-- A plan that is run and taken back.
\c :source
CREATE SCHEMA shop;
CREATE TYPE shop.state AS ENUM ('open', 'paid');
CREATE TABLE shop.customer (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE shop."Order" (id integer PRIMARY KEY, customer bigint REFERENCES shop.customer, state shop.state);
CREATE INDEX "by customer" ON shop."Order" (customer);
CREATE VIEW shop.total AS SELECT customer, count(*) AS orders FROM shop."Order" GROUP BY customer;
\c :target
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text);
CREATE TABLE shop."Order" (id integer PRIMARY KEY, customer integer);
INSERT INTO shop.customer VALUES (1, 'Ann');
INSERT INTO shop."Order" VALUES (1, 1);
\set options '{"exclude_schemas": ["public"]}'
SELECT pgdiff.fingerprint('current') AS before \gset
-- What it locks is said beforehand; what it locked and rewrote is in the rows.
SELECT step, status, replace(split_part(statement, E'\n', 1), 'ONLY ', '') AS statement, milliseconds >= 0 AS timed, locks, rewritten
  FROM pgdiff.dry_run(:'source', options => :'options');
SET client_min_messages TO warning;
-- Over a connection it is the same.
CREATE TEMP TABLE here AS SELECT step, status, statement, locks, rewritten FROM pgdiff.dry_run(:'source', options => :'options');
CREATE TEMP TABLE there AS SELECT step, status, statement, locks, rewritten FROM pgdiff.dry_run(:'source', :'target', options => :'options');
(TABLE here EXCEPT TABLE there) UNION ALL (TABLE there EXCEPT TABLE here);
-- Nothing stays.
SELECT pgdiff.fingerprint('current') = :'before' AS same;
SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND relation >= 16384 AND mode = 'AccessExclusiveLock';
-- A step that fails: what comes after it is not run.
INSERT INTO shop."Order" VALUES (2, 99);
SELECT step, status, sqlstate, message, detail FROM pgdiff.dry_run(:'source', options => :'options') WHERE status <> 'ok';
SELECT step, status, sqlstate, message, detail FROM pgdiff.dry_run(:'source', :'target', options => :'options') WHERE status <> 'ok';
-- The caller's own SQL belongs to it.
SELECT step, object_identity, status, message FROM pgdiff.dry_run(:'source', options => '{"exclude_schemas": ["public"], "pre_script": "SELECT 1/0"}') WHERE status <> 'not run';
SELECT step, object_identity, status, message
  FROM pgdiff.dry_run(:'source', options => '{"exclude_schemas": ["public"], "pre_script": "DELETE FROM shop.\"Order\" WHERE id = 2", "post_script": "DROP VIEW shop.total"}')
 WHERE step IS NULL;
DELETE FROM shop."Order" WHERE id = 2;
-- What has to be committed first can't be rehearsed.
\c :source
ALTER TYPE shop.state ADD VALUE 'sent';
CREATE TABLE shop.parcel (state shop.state DEFAULT 'sent');
\c :target
CREATE TYPE shop.state AS ENUM ('open', 'paid');
SET client_min_messages TO warning;
SELECT step, object_identity, status, message FROM pgdiff.dry_run(:'source', options => '{"include": [{"name": "shop.state"}, {"name": "shop.parcel"}]}') WHERE status <> 'ok';
\c :source
DROP TABLE shop.parcel;
\c :target
SET client_min_messages TO warning;
-- Who is at work is not kept waiting, unless the caller says so; then not for long.
SELECT pgdiff.dblink_connect('holder', :'target');
SELECT pgdiff.dblink_exec('holder', 'BEGIN; LOCK TABLE shop."Order" IN ROW EXCLUSIVE MODE');
\set VERBOSITY terse
SELECT count(*) FROM pgdiff.dry_run(:'source', options => :'options');
\set VERBOSITY default
SELECT step, status, sqlstate, message FROM pgdiff.dry_run(:'source', options => '{"exclude_schemas": ["public"], "busy": true, "lock_timeout": "100ms"}') WHERE status = 'failed';
SELECT step, status, sqlstate, message FROM pgdiff.dry_run(:'source', :'target', options => '{"exclude_schemas": ["public"], "busy": true, "lock_timeout": "100ms"}') WHERE status = 'failed';
SELECT pgdiff.dblink_disconnect('holder');
-- A copy of the database has relations of the same OIDs: who is at work there is in nobody's way.
CREATE DATABASE dry_run_copy TEMPLATE :"DBNAME";
SELECT pgdiff.dblink_connect('holder', :'target' || ' dbname=dry_run_copy');
SELECT pgdiff.dblink_exec('holder', 'BEGIN; LOCK TABLE shop."Order" IN ROW EXCLUSIVE MODE');
SELECT count(*) FILTER (WHERE status <> 'ok') AS not_ok FROM pgdiff.dry_run(:'source', options => :'options');
SELECT pgdiff.dblink_disconnect('holder');
DROP DATABASE dry_run_copy WITH (FORCE);
-- A step that takes too long.
\c :source
CREATE FUNCTION shop.slow(integer) RETURNS boolean LANGUAGE sql AS 'SELECT true FROM pg_sleep(60)';
ALTER TABLE shop.customer ADD CONSTRAINT slow CHECK (shop.slow(1));
\c :target
SET client_min_messages TO warning;
SELECT status, sqlstate, message FROM pgdiff.dry_run(:'source', options => '{"exclude_schemas": ["public"], "statement_timeout": "300ms"}') WHERE status = 'failed';
SELECT status, sqlstate, message FROM pgdiff.dry_run(:'source', :'target', options => '{"exclude_schemas": ["public"], "statement_timeout": "300ms"}') WHERE status = 'failed';
SET statement_timeout TO '3s';
SELECT count(*) FROM pgdiff.dry_run(:'source', options => :'options');
