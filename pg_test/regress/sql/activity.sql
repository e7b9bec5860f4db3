-- What to watch during a deployment. The server is shared with other tests, so only this database's own sessions are looked at.
CREATE SCHEMA shop;
CREATE TABLE shop."Order" (id integer PRIMARY KEY);
SELECT pgdiff.dblink_connect('holder', :'target' || ' application_name=the_holder');
SELECT pgdiff.dblink_exec('holder', 'BEGIN; LOCK TABLE shop."Order" IN ACCESS EXCLUSIVE MODE');
SELECT pgdiff.dblink_connect('waiter', :'target' || ' application_name=the_waiter');
SELECT pgdiff.dblink_send_query('waiter', 'SELECT * FROM shop."Order"');
DO $$ BEGIN
    WHILE NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'the_waiter' AND wait_event_type = 'Lock') LOOP
        PERFORM pg_sleep(0.05); PERFORM pg_stat_clear_snapshot();
    END LOOP;
END $$;
CREATE TEMP TABLE seen AS SELECT * FROM pgdiff.activity();
SELECT area, database = current_database() AS here, role, application_name, state, seconds >= 0 AS since, cardinality(blocked_by) AS blockers,
       regexp_replace(finding, '\d+$', 'N') AS finding, query, regexp_replace(command, '\d+', 'N') AS command
  FROM seen WHERE application_name IN ('the_holder', 'the_waiter') AND area IN ('blocking', 'blocked');
-- Another server, or this one over a connection: the same.
SELECT area, application_name FROM pgdiff.activity(:'target') WHERE application_name IN ('the_holder', 'the_waiter') AND area IN ('blocking', 'blocked');
SELECT area FROM seen WHERE area = 'connections' GROUP BY area HAVING min(count) > 0 AND bool_and(finding LIKE '% connections; max_connections is 100');
SELECT count(*) > 0 AS waits FROM seen WHERE area = 'wait' AND finding LIKE 'Lock: %';
-- Nothing failed.
SELECT area, finding FROM seen WHERE finding LIKE 'could not%';
SELECT pgdiff.dblink_exec('holder', 'COMMIT');
SELECT * FROM pgdiff.dblink_get_result('waiter') AS r(id integer);
SELECT * FROM pgdiff.dblink_get_result('waiter') AS r(id integer);
-- A statement that may hold a password is not shown.
SELECT pgdiff.dblink_exec('holder', 'BEGIN; LOCK TABLE shop."Order" IN ACCESS EXCLUSIVE MODE');
SELECT pgdiff.dblink_send_query('waiter', 'SELECT ''password=Open Sesame'' FROM shop."Order"');
DO $$ BEGIN
    WHILE NOT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'the_waiter' AND wait_event_type = 'Lock') LOOP
        PERFORM pg_sleep(0.05); PERFORM pg_stat_clear_snapshot();
    END LOOP;
END $$;
SELECT area, query FROM pgdiff.activity() WHERE application_name = 'the_waiter' AND area = 'blocked';
SELECT pgdiff.dblink_disconnect('holder');
SELECT pgdiff.dblink_disconnect('waiter');
-- What a role is not shown, it is told.
CREATE ROLE activity_reader;
GRANT EXECUTE ON FUNCTION pgdiff.activity(text) TO activity_reader;
SET ROLE activity_reader;
SELECT area, finding, command FROM pgdiff.activity() WHERE area = 'permission' OR finding LIKE 'could not%';
RESET ROLE;
DROP OWNED BY activity_reader;
DROP ROLE activity_reader;
SELECT * FROM pgdiff.activity('snapshot:x');
