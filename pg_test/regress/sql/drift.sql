-- Drift: what differs from what is wanted, since when, by whom; and the cheap answer where nothing changed.
\pset null '(null)'
CREATE ROLE drifter LOGIN;
CREATE SCHEMA shop AUTHORIZATION drifter;
CREATE TABLE shop.item (id int PRIMARY KEY, name text);
ALTER TABLE shop.item OWNER TO drifter;
SELECT pgdiff.take_snapshot('wanted');
SELECT pgdiff.enable_ddl_log();
SELECT count(*) FROM pgdiff.check_drift();
SELECT count(*) FROM pgdiff.check_drift();
-- Temporary tables, rows and statistics are no change.
CREATE TEMP TABLE t (id int PRIMARY KEY, name text DEFAULT 'x');
CREATE TEMP VIEW v AS SELECT * FROM t;
INSERT INTO shop.item VALUES (1, 'one');
ANALYZE shop.item;
VACUUM FREEZE pg_class;
SELECT count(*) FROM pgdiff.check_drift();
SELECT drift_check_id, source, target, outcome, unchanged FROM pgdiff.drift_check ORDER BY 1;
-- Somebody changes something.
SET SESSION AUTHORIZATION drifter;
SET application_name TO 'by hand';
ALTER TABLE shop.item ADD price numeric;
CREATE INDEX item_name ON shop.item (name);
COMMENT ON COLUMN shop.item.name IS 'what it is called';
CREATE FUNCTION shop.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
RESET SESSION AUTHORIZATION;
RESET application_name;
GRANT SELECT ON shop.item TO PUBLIC;
SELECT state, action, object_type, object_identity, risk, expected, done_by, statement FROM pgdiff.check_drift('snapshot:wanted');
SELECT details FROM pgdiff.drift WHERE object_identity = 'shop.item';
SELECT state, action, object_type, object_identity, risk, done_by FROM pgdiff.check_drift('snapshot:wanted');
-- An expected difference is set apart, until it expires. Then it is back again.
INSERT INTO pgdiff.expected_difference (object_type, object_identity, action, reason, expires_at)
     VALUES ('index', 'shop.*', 'drop', 'being tried out', 'infinity'), ('function', 'shop.f()', 'create', 'not this action', NULL),
            ('*', 'shop.f()', NULL, 'expired', '2000-01-01'), ('*', 'shop.f()', NULL, 'of another source', NULL);
UPDATE pgdiff.expected_difference SET source = 'server:other' WHERE reason = 'of another source';
SELECT state, object_identity, expected FROM pgdiff.check_drift('snapshot:wanted');
UPDATE pgdiff.expected_difference SET expires_at = clock_timestamp() WHERE reason = 'being tried out';
SELECT state, object_identity, expected FROM pgdiff.check_drift('snapshot:wanted');
-- Changed, fixed, and back again.
ALTER TABLE shop.item ALTER price TYPE bigint;
DROP FUNCTION shop.f();
SELECT state, object_identity, done_by, statement FROM pgdiff.check_drift('snapshot:wanted');
CREATE FUNCTION shop.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER TABLE shop.item DROP price;
SELECT state, object_identity, done_by, statement FROM pgdiff.check_drift('snapshot:wanted');
SELECT state, action, object_type, object_identity, risk, episodes, first_seen < since AS came_back, expected, done_by FROM pgdiff.drift ORDER BY object_identity;
SELECT drift_check_id, object_identity, state, action FROM pgdiff.drift_event ORDER BY 1, 2;
-- A deployment mends it, and the log knows that it was one.
CALL pgdiff.deploy('snapshot:wanted', options => '{"allow": ["DROP_INDEX", "DROP_FUNCTION"]}');
SELECT state, object_identity, done_by, deployed_by FROM pgdiff.check_drift('snapshot:wanted');
SELECT count(*) FROM pgdiff.drift;
SELECT drift_check_id, outcome, unchanged, new, changed, back_again, still_there, fixed, expected, highest_risk FROM pgdiff.drift_check ORDER BY 1;
-- What is called otherwise.
SELECT count(*) FROM pgdiff.check_drift('snapshot:wanted');
ALTER TABLE shop.item RENAME TO article;
SELECT state, action, object_identity, done_by, statement FROM pgdiff.check_drift('snapshot:wanted');
-- Statements that may hold a secret are logged without their text, and a statement never fails for the log.
CREATE SERVER far FOREIGN DATA WRAPPER dblink_fdw OPTIONS (host '/nowhere');
CREATE USER MAPPING FOR CURRENT_USER SERVER far OPTIONS (password 'hush');
SELECT command, object_type, object_identity, statement FROM pgdiff.ddl_log WHERE object_type IN ('server', 'user mapping');
DO $$ BEGIN EXECUTE 'CREATE TABLE shop.made (id int)'; PERFORM 'password hush'; END $$;
SELECT object_identity, statement FROM pgdiff.ddl_log WHERE object_identity = 'shop.made';
ALTER TABLE pgdiff.ddl_log RENAME TO hidden;
CREATE TABLE shop.unlogged_by_accident (id int);
ALTER TABLE pgdiff.hidden RENAME TO ddl_log;
-- What can't be read is recorded as well.
SELECT state, details ->> 'message' AS message FROM pgdiff.check_drift('server:far');
SELECT state, details ->> 'message' AS message FROM pgdiff.check_drift('server:nowhere');
SELECT outcome, sqlstate, message FROM pgdiff.drift_check WHERE outcome = 'failed' AND source LIKE 'server:%' ORDER BY drift_check_id;
SELECT count(*) FROM pgdiff.check_drift('snapshot:wanted', options => '{"nonsense": 1}');
-- From elsewhere: what is a difference here is one there as well, in a watch of its own.
CREATE EXTENSION IF NOT EXISTS dblink;
SELECT state, count(*) FROM pgdiff.check_drift(:'source') GROUP BY 1;
SELECT state, count(*) FROM pgdiff.check_drift(:'source') GROUP BY 1;
SELECT outcome, unchanged, still_there > 0 AS still_there FROM pgdiff.drift_check WHERE source NOT LIKE 's%' ORDER BY drift_check_id;
-- Schedules need pg_cron, which these servers don't have.
SELECT pgdiff.schedule_drift_check('nightly', '0 3 * * *', 'snapshot:wanted');
SELECT pgdiff.unschedule_drift_check('nightly');
SELECT * FROM pgdiff.drift_schedules();
SELECT pgdiff.schedule_drift_check('nightly', '0 3 * * *', 'host=/nowhere password=hush');
SELECT pgdiff.schedule_drift_check('', '0 3 * * *');
SELECT pgdiff.schedule_drift_check('nightly', '0 3 * * *', lock_timeout => 'soon');
SELECT pgdiff.schedule_drift_check('nightly', NULL);
-- What is old goes.
SELECT pgdiff.disable_ddl_log();
CREATE TABLE shop.not_logged (id int);
SELECT count(*) FROM pgdiff.ddl_log WHERE object_identity = 'shop.not_logged';
SELECT pgdiff.purge_drift('0 s') > 10 AS purged;
SELECT source LIKE 'snapshot:%' AS of_snapshot, count(*) FROM pgdiff.drift_check WHERE source NOT LIKE 'server:%' GROUP BY 1 ORDER BY 1;
SELECT state, action, object_identity, done_by FROM pgdiff.check_drift('snapshot:wanted') ORDER BY 3;
-- Who may what: nobody, unless somebody says so; a checker writes the record without owning it.
SET ROLE drifter;
SELECT pgdiff.check_drift('snapshot:wanted');
SELECT * FROM pgdiff.drift;
SELECT * FROM pgdiff.ddl_log;
SELECT pgdiff.enable_ddl_log();
INSERT INTO pgdiff.expected_difference (object_identity, reason) VALUES ('*', 'never mind');
RESET ROLE;
GRANT EXECUTE ON FUNCTION pgdiff.check_drift(text, text, jsonb), pgdiff.enable_ddl_log() TO drifter;
GRANT SELECT ON pgdiff.snapshot, pgdiff.drift_check TO drifter;
SET ROLE drifter;
SELECT state, object_identity FROM pgdiff.check_drift('snapshot:wanted') ORDER BY 2;
SELECT unchanged, checked_by FROM pgdiff.drift_check ORDER BY drift_check_id DESC LIMIT 1;
SELECT state, count(*) FROM pgdiff.check_drift('snapshot:wanted') GROUP BY 1;
SELECT unchanged, checked_by FROM pgdiff.drift_check ORDER BY drift_check_id DESC LIMIT 1;
SELECT pgdiff.enable_ddl_log();
DELETE FROM pgdiff.drift_check;
RESET ROLE;
-- What others find is theirs. Who did it is told to who may read the log.
SET client_min_messages TO warning;
SELECT pgdiff.enable_ddl_log();
RESET client_min_messages;
CREATE TABLE shop.logged (id int);
SELECT state, object_identity, done_by, statement FROM pgdiff.check_drift('snapshot:wanted') WHERE state = 'new';
SET ROLE drifter;
SELECT state, object_identity, done_by, statement FROM pgdiff.check_drift('snapshot:wanted') WHERE state = 'new';
RESET ROLE;
GRANT SELECT ON pgdiff.ddl_log TO drifter;
SET ROLE drifter;
SELECT state, object_identity, done_by, statement FROM pgdiff.check_drift('snapshot:wanted') WHERE object_identity = 'shop.logged';
RESET ROLE;
REVOKE ALL ON pgdiff.ddl_log FROM drifter;
SELECT count(*), count(*) FILTER (WHERE state = 'still there') AS still_there FROM pgdiff.check_drift('snapshot:wanted');
-- A session can call itself a deployment.
SET ROLE drifter;
SET application_name TO 'pgdiff deployment 1';
ALTER TABLE shop.article ADD forged int;
RESET application_name;
RESET ROLE;
SELECT object_identity, done_by, deployed_by FROM pgdiff.check_drift('snapshot:wanted') WHERE state = 'new';
SELECT DISTINCT deployment_id, deployed_by FROM pgdiff.ddl_log WHERE deployed_by IS NOT NULL;
-- More secrets; and what is temporary.
COMMENT ON TABLE shop.made IS 'postgresql://u:hush@host/db';
COMMENT ON TABLE shop.made IS 'pwd=hush';
COMMENT ON TABLE shop.made IS 'API_KEY hush';
COMMENT ON TABLE shop.made IS 'credential hush';
COMMENT ON TABLE shop.made IS 'none: http://host/db';
SELECT statement FROM pgdiff.ddl_log WHERE command = 'COMMENT' AND object_identity = 'shop.made' ORDER BY ddl_log_id;
CREATE TEMP TABLE passing (id int);
DROP TABLE passing;
SELECT command, object_type, object_identity FROM pgdiff.ddl_log WHERE object_identity LIKE '%passing%';
-- The view says when it was looked at last, and how that ended. A watch that nobody needs any more is removed.
ALTER TABLE pgdiff.snapshot RENAME TO hidden;
SELECT state, details ->> 'message' AS message FROM pgdiff.check_drift('snapshot:wanted');
ALTER TABLE pgdiff.hidden RENAME TO snapshot;
SELECT checked_by, check_outcome, checked_at = max(checked_at) OVER () AS last, count(*) FROM pgdiff.drift WHERE source = 'snapshot:wanted' GROUP BY 1, 2, checked_at ORDER BY 1;
SELECT pgdiff.drop_drift_watch(watch_id) FROM pgdiff.drift_watch WHERE role = 'drifter';
SELECT DISTINCT checked_by FROM pgdiff.drift;
SELECT pgdiff.drop_drift_watch(0);
SELECT pgdiff.drop_drift_watch(NULL);
SELECT pgdiff.disable_ddl_log();
REVOKE ALL ON FUNCTION pgdiff.check_drift(text, text, jsonb), pgdiff.enable_ddl_log() FROM drifter;
REVOKE ALL ON pgdiff.snapshot, pgdiff.drift_check FROM drifter;
DROP SCHEMA shop CASCADE;
DROP ROLE drifter;
