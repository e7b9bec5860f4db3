-- Drift checks beside other transactions, in their own transaction, and in other time zones.
\pset null '(null)'
CREATE SCHEMA shop;
CREATE TABLE shop.item (id int PRIMARY KEY, name text);
COMMENT ON TABLE shop.item IS 'wanted';
SELECT pgdiff.take_snapshot(label) FROM unnest('{a,m,b}'::text[]) AS label;
SELECT pgdiff.dblink_connect('one', :'target'), pgdiff.dblink_connect('two', :'target');
-- Waits until so many sessions of this database wait for a lock.
CREATE FUNCTION public.until_waiting(sessions int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    FOR round IN 1 .. 600 LOOP
        PERFORM pg_stat_clear_snapshot();
        EXIT WHEN (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') >= sessions;
        PERFORM pg_sleep(0.05);
    END LOOP;
END
$$;
SELECT pgdiff.take_snapshot('wanted');
-- What a transaction writes a second time is no new version of another transaction's.
BEGIN;
COMMENT ON TABLE shop.item IS 'first';
SELECT details FROM pgdiff.check_drift('snapshot:wanted');
COMMENT ON TABLE shop.item IS 'second';
COMMIT;
SELECT state, details FROM pgdiff.check_drift('snapshot:wanted');
SELECT count(*) FROM pgdiff.check_drift('snapshot:wanted');
SELECT unchanged FROM pgdiff.drift_check ORDER BY drift_check_id;
-- Another time zone is no change.
INSERT INTO pgdiff.expected_difference (object_type, object_identity, reason, expires_at) VALUES ('*', 'shop.never', 'to come', '2999-01-01');
SELECT count(*) FROM pgdiff.check_drift('snapshot:wanted');
SET TimeZone TO 'Asia/Kolkata';
SET DateStyle TO 'SQL, DMY';
SELECT count(*) FROM pgdiff.check_drift('snapshot:wanted');
RESET TimeZone;
RESET DateStyle;
SELECT unchanged FROM pgdiff.drift_check ORDER BY drift_check_id DESC LIMIT 2;
-- Two first checks of a watch at once: the second waits for the first, and tells against it.
BEGIN;
SELECT count(*) FROM pgdiff.check_drift('snapshot:a');
SELECT pgdiff.dblink_send_query('one', $$SELECT state, object_identity FROM pgdiff.check_drift('snapshot:a')$$);
SELECT public.until_waiting(1);
COMMIT;
SELECT * FROM pgdiff.dblink_get_result('one') AS t(state text, object_identity text);
SELECT * FROM pgdiff.dblink_get_result('one') AS t(state text, object_identity text);
-- It sees what was done while it waited.
BEGIN;
SELECT count(*) FROM pgdiff.check_drift('snapshot:a');
SELECT pgdiff.dblink_send_query('one', $$SELECT state, object_identity FROM pgdiff.check_drift('snapshot:a')$$);
SELECT public.until_waiting(1);
COMMENT ON COLUMN shop.item.name IS 'meanwhile';
COMMIT;
SELECT * FROM pgdiff.dblink_get_result('one') AS t(state text, object_identity text);
SELECT * FROM pgdiff.dblink_get_result('one') AS t(state text, object_identity text);
-- Targets in another order do not lock each other out: both wait for m, which is rolled back.
BEGIN;
SELECT count(*) > 0 AS checked FROM pgdiff.check_drift('current', 'snapshot:m');
SELECT pgdiff.dblink_send_query('one', $$SELECT count(*) FROM pgdiff.check_drift_many('current', '{snapshot:a,snapshot:m,snapshot:b}')$$);
SELECT public.until_waiting(1);
SELECT pgdiff.dblink_send_query('two', $$SELECT count(*) FROM pgdiff.check_drift_many('current', '{snapshot:b,snapshot:m,snapshot:a}')$$);
SELECT public.until_waiting(2);
ROLLBACK;
SELECT * FROM pgdiff.dblink_get_result('one') AS t(checks bigint);
SELECT * FROM pgdiff.dblink_get_result('two') AS t(checks bigint);
SELECT * FROM pgdiff.dblink_get_result('one') AS t(checks bigint);
SELECT * FROM pgdiff.dblink_get_result('two') AS t(checks bigint);
-- Who did it in a transaction that the last check could not see yet.
SET client_min_messages TO warning;
SELECT pgdiff.enable_ddl_log();
RESET client_min_messages;
SELECT count(*) FROM pgdiff.check_drift('snapshot:a');
SELECT pgdiff.dblink_exec('one', 'BEGIN'), pgdiff.dblink_exec('one', 'CREATE TABLE shop.slow (id int)');
CREATE TABLE shop.quick (id int);
SELECT state, object_identity, done_by, statement FROM pgdiff.check_drift('snapshot:a') WHERE state = 'new';
SELECT pgdiff.dblink_exec('one', 'COMMIT');
SELECT state, object_identity, done_by, statement FROM pgdiff.check_drift('snapshot:a') WHERE state = 'new';
-- A locked log keeps nobody waiting.
SELECT pgdiff.dblink_exec('one', 'BEGIN'), pgdiff.dblink_exec('one', 'LOCK TABLE pgdiff.ddl_log');
CREATE TABLE shop.unlogged_by_lock (id int);
SELECT pgdiff.dblink_exec('one', 'COMMIT');
DROP TABLE shop.unlogged_by_lock;
-- A transaction that has written something is read under one snapshot as well: what is made after its statement began is not there.
SELECT pgdiff.take_snapshot('before');
SELECT pgdiff.dblink_exec('one', 'BEGIN'), pgdiff.dblink_exec('one', 'DO $$BEGIN PERFORM pg_current_xact_id(); END$$');
BEGIN;
LOCK TABLE pg_catalog.pg_conversion;
CREATE TABLE shop.meanwhile (id int);
SELECT pgdiff.dblink_send_query('one', $$SELECT object_type, object_identity FROM pgdiff.compare('snapshot:before')$$);
SELECT public.until_waiting(1);
COMMIT;
SELECT * FROM pgdiff.dblink_get_result('one') AS t(object_type text, object_identity text);
SELECT * FROM pgdiff.dblink_get_result('one') AS t(object_type text, object_identity text);
SELECT pgdiff.dblink_exec('one', 'COMMIT');
SELECT object_type, object_identity FROM pgdiff.compare('snapshot:before');
-- A notification holds 8,000 bytes, whatever a name's characters take.
SELECT length(pgdiff.take_snapshot(repeat('𝄞', 1200))) AS taken;
DROP TABLE shop.slow;
SELECT length(pgdiff.take_snapshot(repeat('𝄢', 1200))) AS taken;
SELECT state, object_identity FROM pgdiff.check_drift('snapshot:' || repeat('𝄞', 1200), 'snapshot:' || repeat('𝄢', 1200));
SELECT pgdiff.disable_ddl_log();
-- A log that came with a dump has the transactions of another cluster.
CREATE TABLE shop.restored (id int);
INSERT INTO pgdiff.ddl_log (logged_at, xid, role, session_role, command, object_type, object_identity, statement)
     VALUES ('2000-01-01', '9000000000000', 'somebody', 'somebody', 'CREATE TABLE', 'table', 'shop.restored', 'CREATE TABLE shop.restored');
SELECT state, object_identity, done_by FROM pgdiff.check_drift('snapshot:a') WHERE object_identity = 'shop.restored';
SELECT pgdiff.dblink_disconnect('one'), pgdiff.dblink_disconnect('two');
