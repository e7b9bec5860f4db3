-- A deployment that stops, goes on, and dies: what it has done itself by then is nobody else's change.
\c :source
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text, note text);
CREATE TABLE shop.item (id integer PRIMARY KEY, label text);
CREATE INDEX customer_name ON shop.customer (name);
CREATE INDEX item_label ON shop.item (label);
CREATE INDEX item_label_id ON shop.item (label, id);
\c :target
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text);
CREATE TABLE shop.item (id integer PRIMARY KEY, label text);
-- An event trigger that stops what it is told to: with an error, or until the gate is opened.
CREATE SCHEMA gate;
CREATE TABLE gate.stop (refused text, held text);
INSERT INTO gate.stop VALUES ('INDEX .*item_label ', NULL);
CREATE FUNCTION gate.look() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('application_name') NOT LIKE 'pgdiff %' THEN
        RETURN;
    END IF;
    IF current_query() ~ (SELECT refused FROM gate.stop) THEN
        RAISE EXCEPTION 'the gate is closed';
    END IF;
    IF current_query() ~ (SELECT held FROM gate.stop) THEN
        PERFORM pg_advisory_lock_shared(77);
        PERFORM pg_advisory_unlock_shared(77);
    END IF;
END
$$;
CREATE EVENT TRIGGER gate ON ddl_command_start EXECUTE FUNCTION gate.look();
\set VERBOSITY terse
\set options '{"strategy": "online", "exclude_schemas": ["public", "gate"], "exclude": [{"type": "event trigger", "name": "gate"}]}'
CALL pgdiff.deploy(:'source', options => :'options');
SELECT step, stage, state, object_identity FROM pgdiff.deployment_step ORDER BY step;
SELECT state, catalog_after IS NOT NULL AS seen, fingerprint_after <> fingerprint_before AS changed FROM pgdiff.deployment;
-- It goes on, and its session dies before the last stage.
UPDATE gate.stop SET refused = NULL, held = 'INDEX .*item_label_id';
SELECT pg_advisory_lock(77);
SELECT pgdiff.dblink_connect('deployer', :'target');
SELECT pid AS deployer FROM pgdiff.dblink('deployer', 'SELECT pg_backend_pid()') AS r(pid integer) \gset
SELECT pgdiff.dblink_send_query('deployer', 'CALL pgdiff.resume(1)');
-- What waits must have no snapshot for long: an index that is built concurrently waits for it.
DO $$ BEGIN
    FOR i IN 1..400 LOOP
        EXIT WHEN EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'pgdiff deployment%' AND wait_event = 'advisory');
        PERFORM pg_sleep(0.05); COMMIT;
    END LOOP;
END $$;
SELECT pg_terminate_backend(:deployer, 10000);
SELECT pg_advisory_unlock(77);
SELECT pgdiff.dblink_disconnect('deployer');
DO $$ BEGIN
    FOR i IN 1..400 LOOP
        EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'pgdiff deployment%');
        PERFORM pg_sleep(0.05); COMMIT;
    END LOOP;
END $$;
SELECT state, catalog_after IS NOT NULL AS seen, fingerprint_after IS NOT NULL AS has_fingerprint FROM pgdiff.deployment;
SELECT state FROM pgdiff.deployment_progress;
-- What somebody else changes meanwhile is still seen.
ALTER TABLE shop.item ADD other integer;
CALL pgdiff.resume(1);
ALTER TABLE shop.item DROP other;
CALL pgdiff.resume(1);
SELECT state, identical, catalog_after IS NOT NULL AS seen FROM pgdiff.deployment;
-- What is built concurrently has no lock that outlasts the check: what somebody changes meanwhile is seen under the locks of the next stage.
\c :source
ALTER TABLE shop.customer ADD CONSTRAINT one_name UNIQUE (name);
\c :target
\set VERBOSITY terse
UPDATE gate.stop SET held = 'INDEX .*one_name';
SELECT pg_advisory_lock(77);
SELECT pgdiff.dblink_connect('deployer', :'target');
SELECT pgdiff.dblink_send_query('deployer', format('CALL pgdiff.deploy(%L, options => %L)', :'source', :'options'));
DO $$ BEGIN
    FOR i IN 1..400 LOOP
        EXIT WHEN EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'pgdiff deployment%' AND wait_event = 'advisory');
        PERFORM pg_sleep(0.05); COMMIT;
    END LOOP;
END $$;
ALTER TABLE shop.customer ADD surprise integer;
SELECT pg_advisory_unlock(77);
DO $$ BEGIN
    FOR i IN 1..400 LOOP
        EXIT WHEN EXISTS (SELECT FROM pgdiff.deployment WHERE deployment_id = 2 AND state NOT IN ('planned', 'running'));
        PERFORM pg_sleep(0.05); COMMIT;
    END LOOP;
END $$;
SELECT * FROM pgdiff.dblink_get_result('deployer') AS r(deployment_id bigint);
SELECT pgdiff.dblink_disconnect('deployer');
SELECT stage, state, in_transaction FROM pgdiff.deployment_stage WHERE deployment_id = 2 ORDER BY stage;
SELECT state, message, detail, hint FROM pgdiff.deployment WHERE deployment_id = 2;
SELECT count(*) FROM pg_constraint WHERE conname = 'one_name';
ALTER TABLE shop.customer DROP surprise;
CALL pgdiff.resume(2);
SELECT state, identical FROM pgdiff.deployment WHERE deployment_id = 2;
