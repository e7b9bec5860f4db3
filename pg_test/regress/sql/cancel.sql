-- Waiting for a remote ends when this session's statement is cancelled, and the remote's statement with it.
-- The remote is made to wait by a lock on a catalog that connecting doesn't read.
SET search_path = public, pgdiff; -- dblink is in the schema pgdiff here
SELECT dblink_connect('blocker', :'source');
SELECT dblink_exec('blocker', 'BEGIN');
SELECT dblink_exec('blocker', 'LOCK TABLE pg_catalog.pg_depend IN ACCESS EXCLUSIVE MODE');
SET statement_timeout = '2s';
SELECT * FROM pgdiff.compare(:'source');
\echo :SQLSTATE
-- Both sides remote, and a cancel while the first one is waited for.
SELECT * FROM pgdiff.compare(:'source', :'source');
\echo :SQLSTATE
-- Inside of a block that carries on.
SELECT set_config('pgdiff.source', :'source', false) IS NOT NULL AS set;
DO $$
BEGIN
    PERFORM pgdiff.fingerprint(current_setting('pgdiff.source'));
EXCEPTION WHEN query_canceled THEN
    RAISE NOTICE 'cancelled, connections: %', dblink_get_connections();
END
$$;
RESET statement_timeout;
SELECT dblink_get_connections();
-- Nothing of pgdiff is at work on the remote any more (it ends when it notices the cancel, so ask until it has).
SELECT dblink_exec('blocker', $$
    DO $do$
    BEGIN
        FOR attempt IN 1..600 LOOP
            PERFORM pg_stat_clear_snapshot();
            IF NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'pgdiff') THEN
                RETURN;
            END IF;
            PERFORM pg_sleep(0.1);
        END LOOP;
        RAISE EXCEPTION 'pgdiff is still at work on the remote';
    END
    $do$ $$) AS gone;
SELECT dblink_disconnect('blocker');
SELECT dblink_get_connections();
SELECT length(pgdiff.fingerprint(:'source'));
-- A READ ONLY transaction reads, and takes no transaction id.
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT length(pgdiff.fingerprint(:'source')), length(pgdiff.fingerprint());
SELECT pg_current_xact_id_if_assigned();
COMMIT;
