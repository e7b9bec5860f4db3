-- Two deployers at once, a long reader of the touched table, a connection that leads elsewhere.
\c :source
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text);
CREATE TABLE shop.item (id integer);
\c :target
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY);
\set VERBOSITY terse
-- A long reader: the deployment keeps nobody waiting behind it for long, tries again, and gives up.
SELECT pgdiff.dblink_connect('reader', :'target');
SELECT pgdiff.dblink_exec('reader', 'BEGIN; DECLARE c CURSOR FOR SELECT * FROM shop.customer');
SET client_min_messages TO warning;
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"], "lock_timeout": "600ms", "retries": 1}');
RESET client_min_messages;
SELECT state, steps_done, step, blockers ~ '^session \d+, role postgres, idle in transaction, transaction open for [\d:]+$' AS blocked_by_reader, lock_wait > '0' AS waited
  FROM pgdiff.deployment_progress;
SELECT event, stage, regexp_replace(regexp_replace(message, 'session \d+', 'session N'), 'for [\d:]+', 'for T') FROM pgdiff.deployment_event ORDER BY event_id;
-- When the reader is done, it goes on.
SELECT pgdiff.dblink_disconnect('reader');
CALL pgdiff.resume(1);
SELECT state, identical FROM pgdiff.deployment;
CALL pgdiff.rollback(1, '{"allow": ["DROP_TABLE", "DROP_COLUMN"]}');
-- Two at once: the first waits for a reader, the second is told.
SELECT pgdiff.dblink_connect('reader', :'target');
SELECT pgdiff.dblink_exec('reader', 'BEGIN; DECLARE c CURSOR FOR SELECT * FROM shop.customer');
SELECT pgdiff.dblink_connect('first', :'target');
SELECT format('CALL pgdiff.deploy(%L, options => %L)', :'source', '{"exclude_schemas": ["public"], "lock_timeout": "60s"}') AS call \gset
SELECT pgdiff.dblink_send_query('first', :'call');
DO $$ BEGIN
    WHILE NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name LIKE 'pgdiff deployment%' AND wait_event_type = 'Lock') LOOP
        PERFORM pg_sleep(0.05); PERFORM pg_stat_clear_snapshot();
    END LOOP;
END $$;
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"]}');
-- While it waits, others see what it is at, and whom it waits for.
SELECT pg_sleep(1.5);
SELECT deployment_id, state, at_work_on, phase, blockers IS NOT NULL AS is_blocked FROM pgdiff.deployment_progress WHERE state = 'running';
SELECT pgdiff.dblink_disconnect('reader');
SELECT * FROM pgdiff.dblink_get_result('first') AS r(deployment_id bigint);
SELECT pgdiff.dblink_disconnect('first');
SELECT deployment_id, state, rollback_of, message FROM pgdiff.deployment ORDER BY 1;
-- A connection that is not to this database is not taken.
DROP TABLE shop.item;
SELECT set_config('pgdiff.loopback', :'source', false) IS NOT NULL AS set;
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"]}');
SET pgdiff.loopback = 'nowhere';
\set VERBOSITY default
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"]}');
-- What somebody changes while it waits for its locks is seen when it has them: nothing is done, in a new deployment and in one that goes on.
RESET pgdiff.loopback;
\set VERBOSITY terse
\set options '{"exclude_schemas": ["public"], "lock_timeout": "60s"}'
ALTER TABLE shop.customer DROP name;
SELECT pgdiff.dblink_connect('dba', :'target');
SELECT pgdiff.dblink_exec('dba', 'BEGIN; LOCK TABLE shop.customer IN ACCESS SHARE MODE');
SELECT pgdiff.dblink_connect('first', :'target');
SELECT format('CALL pgdiff.deploy(%L, options => %L)', :'source', :'options') AS call \gset
SELECT pgdiff.dblink_send_query('first', :'call');
CREATE PROCEDURE public.wait_for_it() LANGUAGE plpgsql AS $$ BEGIN
    FOR i IN 1..400 LOOP
        EXIT WHEN EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'pgdiff deployment%' AND wait_event_type = 'Lock');
        PERFORM pg_sleep(0.05); COMMIT;
    END LOOP;
END $$;
CALL public.wait_for_it();
SELECT pgdiff.dblink_exec('dba', 'ALTER TABLE shop.customer ADD birthday date; COMMIT');
SELECT * FROM pgdiff.dblink_get_result('first') AS r(deployment_id bigint);
SELECT * FROM pgdiff.dblink_get_result('first') AS r(deployment_id bigint);
SELECT max(deployment_id) AS late FROM pgdiff.deployment \gset
SELECT state, message, detail, hint FROM pgdiff.deployment WHERE deployment_id = :late;
SELECT to_regclass('shop.item'), attname FROM pg_attribute WHERE attrelid = 'shop.customer'::regclass AND attnum > 0 AND NOT attisdropped;
ALTER TABLE shop.customer DROP birthday;
SELECT pgdiff.dblink_exec('dba', 'BEGIN; LOCK TABLE shop.customer IN ACCESS SHARE MODE');
SELECT pgdiff.dblink_send_query('first', format('CALL pgdiff.resume(%s)', :late));
CALL public.wait_for_it();
SELECT pgdiff.dblink_exec('dba', 'ALTER TABLE shop.customer ADD birthday date; COMMIT');
SELECT * FROM pgdiff.dblink_get_result('first') AS r(done text);
SELECT state, message, detail, hint FROM pgdiff.deployment WHERE deployment_id = :late;
SELECT to_regclass('shop.item'), attname FROM pg_attribute WHERE attrelid = 'shop.customer'::regclass AND attnum > 0 AND NOT attisdropped;
ALTER TABLE shop.customer DROP birthday;
SELECT pgdiff.dblink_disconnect('dba');
SELECT pgdiff.dblink_disconnect('first');
CALL pgdiff.resume(:late);
