-- One source, many targets: a bad one is a row, and not the end of the run.
\pset null '(null)'
CREATE SCHEMA shop;
CREATE TABLE shop.item (id int PRIMARY KEY, name text);
SELECT pgdiff.take_snapshot('wanted');
\c :source
CREATE SCHEMA shop;
CREATE TABLE shop.item (id int PRIMARY KEY, name varchar(10));
CREATE INDEX item_name ON shop.item (name);
CREATE ROLE fleet_reader LOGIN PASSWORD 'hush';
\c :target
CREATE SERVER here FOREIGN DATA WRAPPER dblink_fdw;
CREATE SERVER down FOREIGN DATA WRAPPER dblink_fdw OPTIONS (host '/nowhere');
CREATE USER MAPPING FOR CURRENT_USER SERVER down;
SELECT target LIKE 'host%' AS is_conninfo, CASE WHEN target NOT LIKE 'host%' THEN target END AS target, outcome, differences, none, low, medium, high, by_type, sqlstate, message, hint, elapsed > '0 s' AS elapsed
  FROM pgdiff.compare_many('snapshot:wanted', ARRAY[:'source', 'current', 'server:down', 'server:here', 'server:nowhere', 'snapshot:wanted', :'source'], parallel => 2);
SELECT message FROM pgdiff.compare_many('snapshot:wanted', ARRAY['host=127.0.0.1 port=' || :'port' || ' user=fleet_reader password=wrong dbname=postgres']) \gset
SELECT replace(:'message', :'port', 'PORT') AS message;
SELECT * FROM pgdiff.compare_many('snapshot:wanted', '{}');
-- What is wrong with the source, or the call, is an error.
SELECT * FROM pgdiff.compare_many('snapshot:nowhere', '{current}');
SELECT * FROM pgdiff.compare_many('snapshot:wanted', '{current, NULL}');
SELECT * FROM pgdiff.compare_many('snapshot:wanted', NULL);
SELECT * FROM pgdiff.compare_many('snapshot:wanted', '{current}', parallel => 0);
SELECT * FROM pgdiff.compare_many('snapshot:wanted', '{current}', '{"nonsense": 1}');
SELECT outcome, differences FROM pgdiff.compare_many('snapshot:wanted', ARRAY[:'source'], '{"exclude_schemas": ["shop"]}');
-- The same as drift checks.
SELECT CASE WHEN target NOT LIKE 'host%' THEN target END AS target, drift_check_id, outcome, unchanged, new, changed, back_again, still_there, fixed, expected, none, low, medium, high, sqlstate, message
  FROM pgdiff.check_drift_many('snapshot:wanted', ARRAY[:'source', 'current', 'server:down']);
SELECT CASE WHEN target NOT LIKE 'host%' THEN target END AS target, outcome, unchanged, new, still_there, low, medium, high, sqlstate
  FROM pgdiff.check_drift_many('snapshot:wanted', ARRAY['server:down', 'current', :'source']);
SELECT drift_check_id, CASE WHEN target NOT LIKE 'host%' THEN target END AS target, outcome, unchanged, new, still_there, sqlstate FROM pgdiff.drift_check ORDER BY 1;
SELECT count(*), min(state) FROM pgdiff.drift WHERE target LIKE 'host%';
-- A target that takes too long is a row, and keeps none of the others from being checked.
SELECT pgdiff.dblink_connect('locker', :'source'), pgdiff.dblink_connect('other', :'source'), pgdiff.dblink_connect('runner', :'target');
SELECT pgdiff.dblink_exec('locker', 'BEGIN'), pgdiff.dblink_exec('locker', 'LOCK TABLE pg_catalog.pg_publication');
SET statement_timeout TO '2s';
SELECT CASE WHEN target NOT LIKE 'host%' THEN target END AS target, outcome, sqlstate, message FROM pgdiff.check_drift_many('snapshot:wanted', ARRAY['snapshot:wanted', :'source', 'current']);
RESET statement_timeout;
-- A target whose own session is cancelled there is a row, and not the end of the run.
SELECT pgdiff.dblink_send_query('runner', format('SELECT outcome, sqlstate, message ~ ''^could not read the catalog of'', detail FROM pgdiff.compare_many(%L, %L)', 'snapshot:wanted', ARRAY[:'source', 'current']));
DO $$
BEGIN
    FOR round IN 1 .. 600 LOOP
        EXIT WHEN (SELECT c.cancelled FROM pgdiff.dblink('other', 'SELECT count(*) FILTER (WHERE pg_cancel_backend(a.pid)) FROM pg_stat_activity AS a WHERE a.wait_event_type = ''Lock'' AND a.datname = current_database()') AS c(cancelled bigint)) > 0;
        PERFORM pg_sleep(0.05);
    END LOOP;
END
$$;
SELECT * FROM pgdiff.dblink_get_result('runner') AS t(outcome text, sqlstate text, could_not_read boolean, detail text);
SELECT * FROM pgdiff.dblink_get_result('runner') AS t(outcome text, sqlstate text, could_not_read boolean, detail text);
-- A cancel here is the end of the run.
SELECT pgdiff.dblink_send_query('runner', format('SELECT outcome, sqlstate FROM pgdiff.compare_many(%L, %L)', 'snapshot:wanted', ARRAY[:'source', 'current']));
DO $$
BEGIN
    FOR round IN 1 .. 600 LOOP
        EXIT WHEN (SELECT c.waiting FROM pgdiff.dblink('other', 'SELECT count(*) FROM pg_stat_activity AS a WHERE a.wait_event_type = ''Lock'' AND a.datname = current_database()') AS c(waiting bigint)) > 0;
        PERFORM pg_sleep(0.05);
    END LOOP;
END
$$;
SELECT pgdiff.dblink_cancel_query('runner');
SELECT * FROM pgdiff.dblink_get_result('runner') AS t(outcome text, sqlstate text);
SELECT * FROM pgdiff.dblink_get_result('runner') AS t(outcome text, sqlstate text);
SELECT pgdiff.dblink_exec('locker', 'COMMIT');
SELECT pgdiff.dblink_disconnect('locker'), pgdiff.dblink_disconnect('other'), pgdiff.dblink_disconnect('runner');
\c :source
DROP ROLE fleet_reader;
