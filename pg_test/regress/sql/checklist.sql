-- What the checklist finds: in the plan, in the rows, on the server.
\c :source
CREATE SCHEMA shop;
CREATE FUNCTION shop.slow(integer) RETURNS boolean LANGUAGE sql AS 'SELECT true FROM pg_sleep(60)';
CREATE TABLE shop.log (id integer);
CREATE FUNCTION shop.logs(integer) RETURNS boolean LANGUAGE sql AS 'INSERT INTO shop.log VALUES ($1) RETURNING true';
CREATE TABLE shop.customer (id integer PRIMARY KEY, mail text UNIQUE, age smallint, name text NOT NULL);
CREATE TABLE shop."Order" (id integer PRIMARY KEY, customer integer REFERENCES shop.customer, note varchar(5), CHECK (id > 0));
CREATE TABLE shop.fine (id integer NOT NULL UNIQUE CHECK (id > 0));
CREATE TABLE shop.odd (id integer CONSTRAINT slow CHECK (shop.slow(id)) CONSTRAINT writes CHECK (shop.logs(id)));
\c :target
CREATE SCHEMA shop;
CREATE FUNCTION shop.slow(integer) RETURNS boolean LANGUAGE sql AS 'SELECT true FROM pg_sleep(60)';
CREATE TABLE shop.log (id integer);
CREATE FUNCTION shop.logs(integer) RETURNS boolean LANGUAGE sql AS 'INSERT INTO shop.log VALUES ($1) RETURNING true';
CREATE TABLE shop.customer (id integer PRIMARY KEY, mail text, age integer, name text, fax text);
CREATE TABLE shop."Order" (id integer PRIMARY KEY, customer integer, note text);
CREATE TABLE shop.fine (id integer);
CREATE TABLE shop.odd (id integer);
CREATE TABLE shop.gone (id integer);
CREATE INDEX gone_id ON shop.fine (id);
CREATE FUNCTION shop.old() RETURNS integer LANGUAGE sql AS 'SELECT 1';
INSERT INTO shop.customer VALUES (1, 'a@b.c', 30, 'Ann', NULL), (2, 'a@b.c', 40000, NULL, '123');
INSERT INTO shop."Order" VALUES (-1, 1, 'short'), (2, 99, 'much too long');
INSERT INTO shop.fine VALUES (1), (2);
INSERT INTO shop.odd VALUES (1);
INSERT INTO shop.gone SELECT generate_series(1, 7);
\set options '{"exclude_schemas": ["public"], "probe_timeout": 300}'
-- What the rows say; the questions are at hand.
SELECT object_identity, status, finding, hazards, count, sample
  FROM pgdiff.checklist(:'source', options => :'options') WHERE area = 'data' ORDER BY object_identity COLLATE "C", finding COLLATE "C";
SELECT command FROM pgdiff.checklist(:'source', options => :'options') WHERE object_identity = '"Order_customer_fkey" on shop."Order"' \gx
-- An expression that writes was not let, and one that takes its time left the session as it was.
SELECT count(*) FROM shop.log;
SHOW statement_timeout;
SHOW transaction_read_only;
-- The same of a remote target.
CREATE TEMP TABLE here AS SELECT * FROM pgdiff.checklist(:'source', options => :'options') WHERE area = 'data';
CREATE TEMP TABLE there AS SELECT * FROM pgdiff.checklist(:'source', :'target', options => :'options') WHERE area = 'data';
(TABLE here EXCEPT TABLE there) UNION ALL (TABLE there EXCEPT TABLE here);
-- Its own questions don't count as scans of an index that goes.
SELECT pg_stat_force_next_flush();
SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'gone_id';
-- The plan and the server.
SELECT area, status, finding FROM pgdiff.checklist(:'source', options => :'options') WHERE area NOT IN ('data', 'notify', 'activity', 'space');
-- Who is in the way.
SELECT pgdiff.dblink_connect('holder', :'target' || ' application_name=shop_backend');
SELECT pgdiff.dblink_exec('holder', 'BEGIN; LOCK TABLE shop."Order" IN SHARE MODE');
SELECT area, status, regexp_replace(finding, 'session \d+', 'session N') AS finding, regexp_replace(command, '\d+', 'N') AS command
  FROM pgdiff.checklist(:'source', options => :'options') WHERE area IN ('activity', 'notify');
SELECT pgdiff.dblink_disconnect('holder');
-- The caller's own timeout is an error and no row.
SET statement_timeout TO '3s';
SELECT count(*) FROM pgdiff.checklist(:'source', options => '{"include": ["shop.odd"], "probe_timeout": 60000}');
RESET statement_timeout;
-- What the target's server doesn't have.
\c :source
CREATE EXTENSION pg_trgm;
CREATE EXTENSION cube;
UPDATE pg_extension SET extversion = '9.9' WHERE extname = 'cube';
CREATE TABLE spare (id integer) TABLESPACE spare_space;
\c :target
SELECT status, finding, command FROM pgdiff.checklist(:'source') WHERE area IN ('extensions', 'tablespaces');
