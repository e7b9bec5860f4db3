-- A deployment: its guards, its record, its verification and its way back.
\c :source
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id bigint PRIMARY KEY, name text NOT NULL);
CREATE TABLE shop."Order" (id integer PRIMARY KEY, customer bigint REFERENCES shop.customer);
CREATE VIEW shop.named AS SELECT id, name FROM shop.customer;
\c :target
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id integer PRIMARY KEY, name text);
INSERT INTO shop.customer SELECT g, 'customer ' || g FROM generate_series(1, 100) AS g;
CREATE TABLE shop.old (x integer);
INSERT INTO shop.old VALUES (1), (2);
SELECT pgdiff.fingerprint('current') AS before \gset
-- What is risky has to be allowed, and how much as well.
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"]}');
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"], "allow": ["DROP_TABLE", "TABLE_REWRITE"], "max_drops": 0, "max_statements": 3}');
SELECT deployment_id, state, sqlstate, message FROM pgdiff.deployment ORDER BY 1;
-- What the checklist fails stays as it is.
INSERT INTO shop.customer VALUES (101, NULL);
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"], "allow": ["DROP_TABLE", "TABLE_REWRITE"]}');
DELETE FROM shop.customer WHERE id = 101;
-- A stored plan is carried out by its number, with what is allowed by then.
CALL pgdiff.deploy(deployment_id => 1, options => '{"allow": ["DROP_TABLE", "TABLE_REWRITE"]}');
SELECT deployment_id, state, target, steps_done, steps, last_event FROM pgdiff.deployment_progress WHERE deployment_id = 1;
SELECT step, stage, state, action, object_type, object_identity, tries, duration > '0' AS timed, length(sha256) AS hash, rows
  FROM pgdiff.deployment_step WHERE deployment_id = 1 ORDER BY step;
SELECT event, stage, step, CASE WHEN event <> 'started' THEN message END AS message FROM pgdiff.deployment_event WHERE deployment_id = 1 ORDER BY event_id;
SELECT state, source = 'server' AS of_server, target, author, deployer, identical, finished_at > started_at AS timed, rollback_script LIKE '%shop.old%' AS has_rollback
  FROM pgdiff.deployment WHERE deployment_id = 1;
SELECT * FROM pgdiff.verify(1);
SELECT area, object_identity, CASE WHEN finding NOT LIKE '%ago' THEN finding END AS finding, command FROM pgdiff.aftercare(1);
-- It is over.
CALL pgdiff.deploy(deployment_id => 1);
CALL pgdiff.deploy(:'source', deployment_id => 1);
CALL pgdiff.deploy(deployment_id => 99);
-- Somebody else's change stands in the way of the rollback, and of what was planned before.
ALTER TABLE shop.customer ADD note text;
CALL pgdiff.rollback(1, '{"allow": ["DROP_TABLE", "NARROW_TYPE", "TABLE_REWRITE", "DROP_VIEW"]}');
SELECT finding, action, object_type, object_identity FROM pgdiff.verify(1);
ALTER TABLE shop.customer DROP note;
-- The way back says beforehand what it can't bring back, and has guards of its own.
CALL pgdiff.rollback(1);
CALL pgdiff.rollback(1, '{"allow": ["DROP_TABLE", "NARROW_TYPE", "TABLE_REWRITE", "DROP_VIEW"]}');
SELECT pgdiff.fingerprint('current') = :'before' AS as_before;
SELECT count(*) FROM shop.customer;
SELECT deployment_id, state, rollback_of, identical FROM pgdiff.deployment ORDER BY 1;
CALL pgdiff.rollback(1);
SELECT * FROM pgdiff.verify(1);
-- What would be dropped can be moved aside; then the way back brings it with its rows.
INSERT INTO shop.old VALUES (1), (2);
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"], "allow": ["TABLE_REWRITE"], "keep_dropped": "kept"}');
SELECT max(deployment_id) AS kept FROM pgdiff.deployment \gset
SELECT * FROM kept.old;
CALL pgdiff.rollback(:kept, '{"allow": ["DROP_TABLE", "NARROW_TYPE", "TABLE_REWRITE", "DROP_VIEW"]}');
SELECT * FROM shop.old;
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"], "allow": ["TABLE_REWRITE"], "keep_dropped": "kept"}');
SELECT max(deployment_id) AS kept FROM pgdiff.deployment \gset
CALL pgdiff.purge_dropped(:kept);
SELECT to_regnamespace('kept');
SELECT event, step, message FROM pgdiff.deployment_event WHERE deployment_id = :kept AND event = 'purged';
-- A plan is for the state that it was made for.
\c :source
ALTER TABLE shop.customer ADD email text;
\c :target
SELECT pgdiff.store_plan(:'source', options => '{"exclude_schemas": ["public"]}') AS planned \gset
ALTER TABLE shop."Order" ADD placed date;
CALL pgdiff.deploy(deployment_id => :planned);
ALTER TABLE shop."Order" DROP placed;
SELECT state FROM pgdiff.deployment WHERE deployment_id = :planned;
CALL pgdiff.resume(:planned);
-- A step that fails: the stage is taken back, the record tells where, and what to do.
\c :source
CREATE FUNCTION shop.half(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1 / 2';
CREATE TYPE shop.state AS ENUM ('open', 'paid');
\c :target
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"], "post_script": "SELECT a.id, 1 / 0 FROM shop.customer AS a"}');
SELECT max(deployment_id) AS failed FROM pgdiff.deployment \gset
SELECT step, state, object_type, object_identity, sqlstate, message FROM pgdiff.deployment_step WHERE deployment_id = :failed ORDER BY step;
SELECT to_regtype('shop.state');
SELECT finding, action, object_identity, message FROM pgdiff.verify(:failed);
-- In the caller's own transaction, if it has to be.
BEGIN;
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"]}');
ROLLBACK;
BEGIN;
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"], "in_session": true}');
SELECT to_regtype('shop.state');
SHOW search_path;
ROLLBACK;
SELECT to_regtype('shop.state'), max(deployment_id) = :failed AS no_record FROM pgdiff.deployment;
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"], "in_session": true, "post_script": "SELECT 1 / 0"}');
CALL pgdiff.deploy(:'source', options => '{"exclude_schemas": ["public"], "in_session": true}');
CALL pgdiff.deploy(:'source', :'target', options => '{"exclude_schemas": ["public"], "in_session": true}');
SELECT pgdiff.verify(max(deployment_id)) FROM pgdiff.deployment;
-- What is not to be recorded is not done.
CALL pgdiff.deploy(:'source', options => '{"secrets": "reveal"}');
-- Retention takes what is old, and nothing else takes anything.
UPDATE pgdiff.deployment_event SET message = 'nothing happened';
DELETE FROM pgdiff.deployment_event;
TRUNCATE pgdiff.deployment_event;
SELECT pgdiff.purge_deployments();
SELECT count(*) > 5 AS purged FROM pgdiff.purge_deployments('0') AS p(n), generate_series(1, n);
SELECT count(*) FROM pgdiff.deployment_event;
DELETE FROM pgdiff.deployment_event;
