-- What a role without privileges gets, and what one sees of another's deployments.
\c :source
CREATE SCHEMA shop;
CREATE TABLE shop.item (id integer);
\set source_name :DBNAME
\c :target
SELECT setting AS target_port FROM pg_settings WHERE name = 'port' \gset
CREATE ROLE deploy_author LOGIN PASSWORD 'Open Sesame';
CREATE ROLE deploy_deployer LOGIN PASSWORD 'Open Barley';
CREATE ROLE deploy_stranger;
GRANT CREATE ON DATABASE :"DBNAME" TO deploy_author, deploy_deployer;
GRANT EXECUTE ON FUNCTION pgdiff.store_plan(text, text, jsonb), pgdiff.grant_deployment(bigint, text), pgdiff.revoke_deployment(bigint, text) TO deploy_author;
GRANT EXECUTE ON PROCEDURE pgdiff.deploy(text, text, jsonb, bigint) TO deploy_deployer;
GRANT EXECUTE ON FUNCTION pgdiff.verify(bigint, text) TO deploy_deployer;
CREATE SERVER "the source" FOREIGN DATA WRAPPER dblink_fdw OPTIONS (host '127.0.0.1', port :'port', dbname :'source_name');
CREATE SERVER myself FOREIGN DATA WRAPPER dblink_fdw OPTIONS (host '127.0.0.1', port :'target_port', dbname :'DBNAME');
GRANT USAGE ON FOREIGN SERVER "the source", myself TO deploy_author, deploy_deployer;
\c :source
CREATE ROLE deploy_reader LOGIN PASSWORD 'Open Sesame';
\c :target
CREATE USER MAPPING FOR deploy_author SERVER "the source" OPTIONS (user 'deploy_reader', password 'Open Sesame');
CREATE USER MAPPING FOR deploy_deployer SERVER myself OPTIONS (user 'deploy_deployer', password 'Open Barley');
\set VERBOSITY terse
SET SESSION AUTHORIZATION deploy_stranger;
CALL pgdiff.deploy('the source');
CALL pgdiff.resume(1);
CALL pgdiff.rollback(1);
CALL pgdiff.purge_dropped(1);
SELECT pgdiff.store_plan('the source');
SELECT pgdiff.verify(1);
SELECT pgdiff.aftercare(1);
SELECT pgdiff.grant_deployment(1, 'deploy_stranger');
SELECT pgdiff.revoke_deployment(1, 'deploy_stranger');
SELECT pgdiff.purge_deployments();
INSERT INTO pgdiff.deployment_event (deployment_id, event, message) VALUES (1, 'x', 'x');
UPDATE pgdiff.deployment SET state = 'applied';
DELETE FROM pgdiff.deployment_step;
TRUNCATE pgdiff.deployment_access;
RESET SESSION AUTHORIZATION;
-- The author plans, and says who else may see it.
SET SESSION AUTHORIZATION deploy_author;
SELECT pgdiff.store_plan('the source', options => '{"exclude_schemas": ["public"], "ignore": ["owner", "privileges"]}');
SELECT state, author, source FROM pgdiff.deployment;
UPDATE pgdiff.deployment SET state = 'applied';
RESET SESSION AUTHORIZATION;
SET SESSION AUTHORIZATION deploy_stranger;
SELECT (SELECT count(*) FROM pgdiff.deployment) AS deployments, (SELECT count(*) FROM pgdiff.deployment_step) AS steps, (SELECT count(*) FROM pgdiff.deployment_stage) AS stages,
       (SELECT count(*) FROM pgdiff.deployment_event) AS events, (SELECT count(*) FROM pgdiff.deployment_progress) AS progress;
RESET SESSION AUTHORIZATION;
SET SESSION AUTHORIZATION deploy_deployer;
CALL pgdiff.deploy(deployment_id => 1);
RESET SESSION AUTHORIZATION;
SET SESSION AUTHORIZATION deploy_author;
SELECT pgdiff.grant_deployment(1, 'nobody of that name');
SELECT pgdiff.grant_deployment(1, 'deploy_deployer');
RESET SESSION AUTHORIZATION;
-- The deployer carries it out, over a connection of its own, once there is one.
SET SESSION AUTHORIZATION deploy_deployer;
\set VERBOSITY default
CALL pgdiff.deploy(deployment_id => 1);
SET pgdiff.loopback = 'myself';
CALL pgdiff.resume(1);
CALL pgdiff.deploy(deployment_id => 1);
SELECT state, author, deployer, identical FROM pgdiff.deployment;
SELECT tableowner FROM pg_tables WHERE schemaname = 'shop';
RESET SESSION AUTHORIZATION;
-- No password stands anywhere.
SELECT count(*) FROM pgdiff.deployment AS d, pgdiff.deployment_step AS s, pgdiff.deployment_event AS e
 WHERE concat(d, s, e) ~ 'Sesame|Barley';
DROP OWNED BY deploy_author, deploy_deployer CASCADE;
DROP ROLE deploy_author, deploy_deployer, deploy_stranger;
-- What roles that are gone did stays.
SELECT state, author, deployer FROM pgdiff.deployment;
