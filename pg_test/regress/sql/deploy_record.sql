-- The record of a deployment: who gave what, that nobody rewrites it, and what it says where the target can't be asked.
\c :source
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text);
CREATE TABLE shop.item (id integer PRIMARY KEY);
\c :target
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text, note text);
INSERT INTO shop.customer VALUES (1, 'one', 'first');
-- What is given when a plan is carried out is recorded with who gave it. What a refused one gave does not count for the next.
SELECT pgdiff.store_plan(:'source', options => '{"schemas": ["shop"], "pre_script": "CREATE TABLE shop.made (id integer)", "post_script": "DO $$ BEGIN IF NOT EXISTS (SELECT FROM shop.made) THEN RAISE EXCEPTION ''nothing was made''; END IF; END $$"}') AS planned \gset
CALL pgdiff.deploy(deployment_id => :planned, options => '{"allow": ["DROP_COLUMN"], "max_statements": 1}');
CALL pgdiff.deploy(deployment_id => :planned);
CREATE ROLE record_deployer LOGIN SUPERUSER;
SET SESSION AUTHORIZATION record_deployer;
CALL pgdiff.deploy(deployment_id => :planned, options => '{"allow": ["DROP_COLUMN"], "retries": 2}');
RESET SESSION AUTHORIZATION;
SELECT author, deployer, state, options, options_given FROM pgdiff.deployment WHERE deployment_id = :planned;
SELECT role, event, message FROM pgdiff.deployment_event WHERE deployment_id = :planned AND event = 'options' ORDER BY event_id;
-- It still counts when it goes on, with what is given then.
CALL pgdiff.deploy(deployment_id => :planned, options => '{"lock_timeout": "3s"}');
SELECT options_given FROM pgdiff.deployment WHERE deployment_id = :planned;
-- What made the plan is not given later, neither to a new one nor to one that goes on.
CALL pgdiff.deploy(deployment_id => :planned, options => '{"schemas": ["other"]}');
CALL pgdiff.deploy(deployment_id => :planned, options => '{"alow": []}');
-- Nobody rewrites it, whatever he sets, its owner neither.
SET pgdiff.purging = on;
UPDATE pgdiff.deployment SET state = 'applied';
UPDATE pgdiff.deployment SET author = 'somebody else' WHERE deployment_id = :planned;
DELETE FROM pgdiff.deployment;
UPDATE pgdiff.deployment_stage SET state = 'applied';
DELETE FROM pgdiff.deployment_stage;
UPDATE pgdiff.deployment_step SET statement = 'SELECT 1', sha256 = encode(sha256('SELECT 1'), 'hex');
DELETE FROM pgdiff.deployment_step;
UPDATE pgdiff.deployment_event SET message = 'nothing happened';
DELETE FROM pgdiff.deployment_event;
DELETE FROM pgdiff.deployment_access;
TRUNCATE pgdiff.deployment, pgdiff.deployment_stage, pgdiff.deployment_step, pgdiff.deployment_event, pgdiff.deployment_access;
SELECT pgdiff.refuse_to_rewrite_history();
-- A superuser can do without the triggers. A statement that is not the one that was planned is not run.
SET session_replication_role = replica;
UPDATE pgdiff.deployment_step SET statement = statement || ' -- harmless' WHERE deployment_id = :planned AND step = 1;
RESET session_replication_role;
CALL pgdiff.resume(:planned);
SELECT finding, message FROM pgdiff.verify(:planned);
SET session_replication_role = replica;
UPDATE pgdiff.deployment_step SET statement = replace(statement, ' -- harmless', '') WHERE deployment_id = :planned AND step = 1;
UPDATE pgdiff.deployment SET rollback_plan = jsonb_set(rollback_plan, '{0,statement}', '"DROP TABLE shop.customer"') WHERE deployment_id = :planned;
RESET session_replication_role;
CALL pgdiff.rollback(:planned);
-- What scripts of one's own did is not taken back, and that is said.
CALL pgdiff.deploy(:'source', options => '{"schemas": ["shop"], "allow": ["DROP_COLUMN"], "pre_script": "UPDATE shop.customer SET name = ''uno''", "post_script": "UPDATE shop.customer SET id = 2"}');
SELECT max(deployment_id) AS scripted FROM pgdiff.deployment \gset
CALL pgdiff.rollback(:scripted, '{"allow": ["DROP_TABLE"]}');
SELECT * FROM shop.customer;
-- What was moved aside and then removed for good comes back as structure only.
UPDATE shop.customer SET note = 'again';
CREATE TABLE shop.old (x integer);
INSERT INTO shop.old VALUES (1), (2);
CALL pgdiff.deploy(:'source', options => '{"schemas": ["shop"], "allow": ["DROP_COLUMN"], "keep_dropped": "kept"}');
SELECT max(deployment_id) AS kept FROM pgdiff.deployment \gset
SELECT relname FROM pg_class WHERE relnamespace = 'kept'::regnamespace AND relkind = 'r' ORDER BY 1;
CALL pgdiff.purge_dropped(:kept);
CALL pgdiff.purge_dropped(:kept);
CALL pgdiff.rollback(:kept, '{"allow": ["DROP_TABLE"]}');
SELECT * FROM shop.old;
SELECT * FROM shop.customer;
SELECT state, identical FROM pgdiff.deployment WHERE deployment_id >= :kept ORDER BY deployment_id;
-- A target that can't be asked: what is known is said, and where to look. Nothing is made of it that nobody knows.
SELECT current_database() || '_away' AS away \gset
CREATE DATABASE :"away" TEMPLATE template0;
SELECT replace(:'target', current_database(), :'away') AS away_conninfo \gset
CALL pgdiff.deploy(:'source', :'away_conninfo', '{"schemas": ["shop"], "post_script": "SELECT 1 / 0"}');
SELECT max(deployment_id) AS away_id FROM pgdiff.deployment \gset
ALTER DATABASE :"away" ALLOW_CONNECTIONS false;
\t on
\a
SELECT finding, replace(message, :'away', '@away@') FROM pgdiff.verify(:away_id);
SELECT state FROM pgdiff.deployment WHERE deployment_id = :away_id;
-- As a session leaves it that dies after it sent COMMIT.
SET session_replication_role = replica;
UPDATE pgdiff.deployment SET state = 'running', session_pid = 1 WHERE deployment_id = :away_id;
UPDATE pgdiff.deployment_stage SET state = 'committing', xid = '3' WHERE deployment_id = :away_id;
RESET session_replication_role;
SELECT finding, replace(message, :'away', '@away@') FROM pgdiff.verify(:away_id);
SELECT state FROM pgdiff.deployment WHERE deployment_id = :away_id;
-- It is there again, and has forgotten so old a transaction.
ALTER DATABASE :"away" ALLOW_CONNECTIONS true;
SELECT finding, action, object_identity, message FROM pgdiff.verify(:away_id);
SELECT state FROM pgdiff.deployment WHERE deployment_id = :away_id;
CALL pgdiff.resume(:away_id);
SELECT event, message FROM pgdiff.deployment_event WHERE deployment_id = :away_id AND event = 'judged' ORDER BY event_id;
-- One that runs is not disturbed.
\a
\t off
SELECT pgdiff.dblink_connect('reader', :'target');
SELECT pgdiff.dblink_exec('reader', 'BEGIN; DECLARE c CURSOR FOR SELECT * FROM shop.customer');
SELECT pgdiff.dblink_connect('deployer', :'target');
SELECT pgdiff.dblink_send_query('deployer', format('CALL pgdiff.deploy(%L, options => %L)', :'source', '{"schemas": ["shop"], "lock_timeout": "60s", "allow": ["DROP_COLUMN", "DROP_TABLE"]}'));
DO $$ BEGIN
    FOR i IN 1..400 LOOP
        EXIT WHEN EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'pgdiff deployment%' AND wait_event_type = 'Lock');
        PERFORM pg_sleep(0.05); COMMIT;
    END LOOP;
END $$;
SELECT max(deployment_id) AS running FROM pgdiff.deployment \gset
SELECT finding, message FROM pgdiff.verify(:running);
SELECT pgdiff.dblink_disconnect('reader');
SELECT * FROM pgdiff.dblink_get_result('deployer') AS r(deployment_id bigint);
SELECT pgdiff.dblink_disconnect('deployer');
SELECT state FROM pgdiff.deployment WHERE deployment_id = :running;
DROP DATABASE :"away";
DROP ROLE record_deployer;
