-- The wanted state as a script: run in a scratch database, which is read and dropped.
\pset null '(null)'
CREATE SCHEMA shop;
CREATE TABLE shop.item (id integer PRIMARY KEY, name text);
CREATE VIEW public.left_over AS SELECT 1 AS one;
INSERT INTO shop.item VALUES (1, 'tea');

-- As a file of pg_dump is: commands of psql, rows, settings, names found by the search_path, and what returns rows of any shape.
SELECT $sql$
\restrict abc
SET client_encoding = 'LATIN1';
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
CREATE SCHEMA shop;
CREATE FUNCTION shop.plus(a integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC; SELECT a + 1; SELECT a + 2; END;
CREATE TABLE shop.item (id integer NOT NULL, name text DEFAULT 'it''s; -- ü');
COPY shop.item (id, name) FROM stdin;
1	it's $$ not SQL;
\.

SELECT 1 AS one, 2 AS two;
INSERT INTO shop.item SELECT g, 'x' FROM generate_series(1, 3) AS g RETURNING id, name;
ALTER TABLE ONLY shop.item ADD CONSTRAINT item_pkey PRIMARY KEY (id);
BEGIN;
CREATE TABLE shop."Überraschung ""2""" (id integer REFERENCES shop.item);
COMMIT;
CREATE INDEX CONCURRENTLY item_name ON shop.item (name);
\unrestrict abc
$sql$ AS script
\gset
SELECT action, object_type, object_identity, risk FROM pgdiff.compare('sql:' || :'script');
SELECT step, statement FROM pgdiff.plan('sql:' || :'script');
-- Deployed as from any other source, which the record knows by a digest.
CALL pgdiff.deploy('sql:' || :'script', options => '{"allow": ["DROP_VIEW", "BUILD_INDEX", "TABLE_SCAN"]}');
SELECT source, state, identical FROM pgdiff.deployment;
SELECT count(*) FROM pgdiff.compare('sql:' || :'script');
SELECT * FROM shop.item;
-- Everywhere that an endpoint is read.
SELECT pgdiff.fingerprint('sql:' || :'script') = pgdiff.fingerprint('sql: ' || :'script' || E'\n-- a comment') AS same;
SELECT action, object_identity FROM pgdiff.compare('current', 'sql:CREATE SCHEMA shop; CREATE TABLE shop.item (id integer)');
SELECT pgdiff.take_snapshot('wanted', 'sql:' || :'script');
SELECT endpoint, database FROM pgdiff.snapshot;
SELECT count(*) FROM pgdiff.compare('snapshot:wanted');
SELECT target, outcome, differences FROM pgdiff.compare_many('sql:' || :'script', ARRAY['current', 'sql:CREATE SCHEMA shop']);
-- Against what no other trial's roles change.
SELECT count(*) FROM pgdiff.check_drift('sql:' || :'script', 'snapshot:wanted');
SELECT count(*) FROM pgdiff.check_drift('sql:' || :'script', 'snapshot:wanted');
SELECT state, object_identity FROM pgdiff.check_drift('sql:CREATE SCHEMA shop', 'snapshot:wanted');
SELECT source, unchanged FROM pgdiff.drift_check ORDER BY 1, 2;
SET pgdiff.source = 'sql:CREATE SCHEMA shop';
SELECT count(*) FROM pgdiff.compare();
RESET pgdiff.source;

-- What takes a database.
SELECT * FROM pgdiff.dry_run(:'source', 'sql:CREATE SCHEMA a');
SELECT * FROM pgdiff.checklist(:'source', 'sql:CREATE SCHEMA a');
SELECT * FROM pgdiff.backup_commands(:'source', 'sql:CREATE SCHEMA a');
CALL pgdiff.deploy(:'source', 'sql:CREATE SCHEMA a');
SELECT * FROM pgdiff.compare('sql:SELECT 1', options => '{"scope": "database"}');

-- Errors tell the line, and the database is gone.
SELECT * FROM pgdiff.compare('sql:');
SELECT * FROM pgdiff.compare(E'sql:\nCREATE TABLE ü (id integer);\n\nCREATE TABL b (id integer);\n');
SELECT * FROM pgdiff.compare(E'sql:CREATE TABLE a (id integer);\n\n-- the next\nINSERT INTO nosuch\nVALUES (1);');
SELECT * FROM pgdiff.compare(E'sql:CREATE TABLE a (id integer);\nSELECT 1/0;');
SELECT * FROM pgdiff.compare(E'sql:CREATE SCHEMA a;\nBEGIN; CREATE SCHEMA b;');
SELECT * FROM pgdiff.compare(E'sql:CREATE SCHEMA a;\n\\i other.sql');
SELECT * FROM pgdiff.compare(E'sql:SELECT ''');
-- What would stay when the database goes, or reaches further.
CREATE FUNCTION pg_temp.failing(script text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM pgdiff.compare('sql:' || script);
    RETURN 'none';
EXCEPTION WHEN OTHERS THEN
    RETURN concat_ws(' ', SQLSTATE, SQLERRM);
END $$;
SELECT s AS "script", pg_temp.failing(s) AS "error" FROM unnest(ARRAY[
    'CREATE ROLE r', 'ALTER ROLE postgres SET work_mem = 1', 'DROP USER postgres', 'GRANT pg_monitor TO postgres', 'CREATE DATABASE d',
    'ALTER DATABASE postgres SET work_mem = 1', 'DROP DATABASE postgres', 'COMMENT ON DATABASE postgres IS ''x''', 'COMMENT ON ROLE postgres IS ''x''',
    'GRANT CONNECT ON DATABASE postgres TO PUBLIC', 'GRANT SET ON PARAMETER work_mem TO PUBLIC', 'ALTER DATABASE postgres RENAME TO p',
    'ALTER DATABASE postgres OWNER TO postgres', 'CREATE TABLESPACE t LOCATION ''/tmp''', 'ALTER SYSTEM SET work_mem = 1', 'BEGIN; PREPARE TRANSACTION ''x''',
    'COMMIT PREPARED ''x''', 'REASSIGN OWNED BY postgres TO postgres', 'DROP OWNED BY postgres', 'COPY (SELECT 1) TO PROGRAM ''true''', 'CREATE TABLE t (a text); COPY t FROM ''/etc/passwd''',
    'CREATE SUBSCRIPTION s CONNECTION ''host=nowhere'' PUBLICATION p', 'ALTER SUBSCRIPTION s DISABLE', 'DROP SUBSCRIPTION s']) AS s;
-- One that does not connect is read, and does not keep the database.
SELECT count(*) FROM pgdiff.compare('sql:CREATE SUBSCRIPTION s CONNECTION ''host=nowhere'' PUBLICATION p WITH (connect = false)', 'sql:SELECT 1');

-- Limits.
SET pgdiff.scratch_timeout = '300ms';
SELECT * FROM pgdiff.compare('sql:SELECT pg_sleep(10)');
RESET pgdiff.scratch_timeout;
SET statement_timeout = '1s';
SELECT * FROM pgdiff.compare('sql:SELECT pg_sleep(10)');
RESET statement_timeout;
SET pgdiff.scratch_size = '12MB';
SELECT pg_temp.failing('CREATE TABLE t AS SELECT g FROM generate_series(1, 300000) AS g') LIKE '53400 the SQL text makes too large a database' AS refused;
RESET pgdiff.scratch_size;

-- In a transaction, after an error in it, and of whom may not.
BEGIN;
CREATE TABLE shop.more (id integer);
SAVEPOINT before;
SELECT count(*) FROM pgdiff.compare('sql:' || :'script');
SELECT count(*) FROM pgdiff.compare('sql:nonsense');
ROLLBACK TO before;
SELECT count(*) FROM pgdiff.compare('sql:' || :'script');
ROLLBACK;
BEGIN READ ONLY;
SELECT count(*) FROM pgdiff.compare('sql:' || :'script');
COMMIT;
-- Whose role may not make a database; and whose may, over a connection that says who it is.
SELECT setting AS target_port FROM pg_settings WHERE name = 'port' \gset
CREATE ROLE sql_text_role LOGIN PASSWORD 'Open Sesame';
GRANT EXECUTE ON FUNCTION pgdiff.compare(text, text, jsonb) TO sql_text_role;
CREATE EXTENSION postgres_fdw;
CREATE SERVER myself FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port :'target_port', dbname :'DBNAME', fetch_size '10');
CREATE USER MAPPING FOR sql_text_role SERVER myself OPTIONS (user 'sql_text_role', password 'Open Sesame');
GRANT USAGE ON FOREIGN SERVER myself TO sql_text_role;
SET SESSION AUTHORIZATION sql_text_role;
SELECT count(*) FROM pgdiff.compare('sql:CREATE SCHEMA a');
SET pgdiff.loopback = myself;
SELECT count(*) FROM pgdiff.compare('sql:CREATE SCHEMA a');
RESET SESSION AUTHORIZATION;
ALTER ROLE sql_text_role CREATEDB;
SET SESSION AUTHORIZATION sql_text_role;
SELECT action, object_identity FROM pgdiff.compare('sql:CREATE SCHEMA a');
SELECT action, object_identity FROM pgdiff.compare('sql:CREATE SCHEMA a; ALTER SCHEMA a OWNER TO postgres');
RESET SESSION AUTHORIZATION;
RESET pgdiff.loopback;
DROP OWNED BY sql_text_role;
DROP SERVER myself;
DROP ROLE sql_text_role;
SELECT datname FROM pg_database WHERE datname LIKE 'pgdiff_scratch%';
