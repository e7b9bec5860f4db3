-- A large table is updated in batches.
CREATE SCHEMA shop;
CREATE TABLE shop."Item" (id integer PRIMARY KEY, price numeric NOT NULL, cents bigint, note text);
INSERT INTO shop."Item" SELECT g, g / 100.0 FROM generate_series(1, 1000) AS g;
\set VERBOSITY terse
CALL pgdiff.backfill('shop."Item"', 'cents = price * 100', 'cents IS NULL', '{"batch_rows": 100}');
SELECT count(*) FILTER (WHERE cents = id) AS right, count(*) FROM shop."Item";
SELECT state, pass, part, position, batches, rows_done, message FROM pgdiff.backfill;
-- Without a condition each row has its turn once, also where an update moves it behind the others.
CALL pgdiff.backfill('shop."Item"', 'note = coalesce(note, '''') || ''x''', options => '{"batch_rows": 64}');
SELECT note, count(*) FROM shop."Item" GROUP BY note;
-- It stops where it is told to, and goes on from there.
CALL pgdiff.backfill('shop."Item"', 'note = note || ''y''', options => '{"batch_rows": 300, "max_batches": 2}');
SELECT note, count(*) FROM shop."Item" GROUP BY note ORDER BY note;
SELECT state, position, message FROM pgdiff.backfill WHERE backfill_id = 3;
CALL pgdiff.backfill(backfill_id => 3);
CALL pgdiff.backfill(backfill_id => 3);
SELECT note, count(*) FROM shop."Item" GROUP BY note ORDER BY note;
CALL pgdiff.backfill(backfill_id => 3);
-- Rows that others hold are passed over, and waited for at the end.
UPDATE shop."Item" SET cents = NULL;
SELECT pgdiff.dblink_connect('holder', :'target');
SELECT pgdiff.dblink_exec('holder', 'BEGIN; UPDATE shop."Item" SET note = ''held'' WHERE id IN (5, 500)');
SELECT pgdiff.dblink_connect('at work', :'target');
SELECT pgdiff.dblink_send_query('at work', $$CALL pgdiff.backfill('shop."Item"', 'cents = price * 100', 'cents IS NULL', '{"batch_rows": 100, "lock_timeout": "100ms"}')$$);
DO $$ BEGIN
    WHILE NOT EXISTS (SELECT FROM pgdiff.backfill WHERE backfill_id = 4 AND batches = 10) LOOP PERFORM pg_sleep(0.05); END LOOP;
END $$;
SELECT pg_sleep(0.3);
SELECT part, key FROM pgdiff.backfill_skipped ORDER BY key;
SELECT state, rows_done FROM pgdiff.backfill WHERE backfill_id = 4;
-- Nobody else can do the same one meanwhile.
CALL pgdiff.backfill(backfill_id => 4);
SELECT pgdiff.dblink_exec('holder', 'COMMIT');
SELECT * FROM pgdiff.dblink_get_result('at work') AS r(id bigint);
SELECT state, rows_done FROM pgdiff.backfill WHERE backfill_id = 4;
SELECT count(*) FILTER (WHERE cents = id) AS right, count(*) FILTER (WHERE note = 'held') AS held FROM shop."Item";
SELECT pgdiff.dblink_disconnect('holder');
SELECT pgdiff.dblink_disconnect('at work');
-- What makes the condition hold again makes no end.
CALL pgdiff.backfill('shop."Item"', 'note = ''z''', 'note IS NOT NULL');
-- Partitions, and a key of several columns that have to be quoted.
CREATE TABLE shop.log ("At" date, "line no" text COLLATE "C", done boolean, PRIMARY KEY ("At", "line no")) PARTITION BY RANGE ("At");
CREATE TABLE shop.log_1 PARTITION OF shop.log FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE shop.log_2 PARTITION OF shop.log FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
INSERT INTO shop.log SELECT '2026-01-01'::date + g / 10, 'it''s "' || g FROM generate_series(0, 580) AS g;
CALL pgdiff.backfill('shop.log', 'done = true', 'done IS NOT TRUE', '{"batch_rows": 7}');
SELECT done, count(*) FROM shop.log GROUP BY done;
-- An update that fails is told; what was done before it stays, and is not done again.
ALTER TABLE shop."Item" ADD CONSTRAINT not_700 CHECK (cents <> 7000);
\set VERBOSITY default
CALL pgdiff.backfill('shop."Item"', 'cents = id * 10', options => '{"batch_rows": 100}');
SELECT max(backfill_id) AS failed FROM pgdiff.backfill \gset
SELECT state, position, rows_done, message FROM pgdiff.backfill WHERE backfill_id = :failed;
ALTER TABLE shop."Item" DROP CONSTRAINT not_700;
CALL pgdiff.backfill(backfill_id => :failed);
SELECT count(*) FROM shop."Item" WHERE cents = id * 10;
-- A part that is no longer there under its name: what was done of it is not guessed, nor are its rows waited for for ever.
UPDATE shop.log SET done = NULL;
CALL pgdiff.backfill('shop.log', 'done = true', options => '{"batch_rows": 100, "max_batches": 2}');
SELECT max(backfill_id) AS parted FROM pgdiff.backfill \gset
SELECT part, rows_done FROM pgdiff.backfill WHERE backfill_id = :parted;
ALTER TABLE shop.log_1 RENAME TO log_one;
CALL pgdiff.backfill(backfill_id => :parted);
SELECT state, message, rows_done FROM pgdiff.backfill WHERE backfill_id = :parted;
ALTER TABLE shop.log_one RENAME TO log_1;
CALL pgdiff.backfill(backfill_id => :parted, options => '{"max_batches": null}');
SELECT state, rows_done FROM pgdiff.backfill WHERE backfill_id = :parted;
SELECT pgdiff.dblink_connect('holder', :'target');
SELECT pgdiff.dblink_exec('holder', 'BEGIN; UPDATE shop.log SET done = false WHERE "At" = ''2026-01-05''');
CALL pgdiff.backfill('shop.log', 'done = true', options => '{"batch_rows": 100, "max_batches": 4}');
SELECT max(backfill_id) AS parted FROM pgdiff.backfill \gset
SELECT part, count(*) FROM pgdiff.backfill_skipped WHERE backfill_id = :parted GROUP BY part;
SELECT pgdiff.dblink_exec('holder', 'COMMIT');
SELECT pgdiff.dblink_disconnect('holder');
ALTER TABLE shop.log DETACH PARTITION shop.log_1;
CALL pgdiff.backfill(backfill_id => :parted, options => '{"max_batches": null}');
ALTER TABLE shop.log ATTACH PARTITION shop.log_1 FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CALL pgdiff.backfill(backfill_id => :parted);
SELECT done, count(*) FROM shop.log GROUP BY done;
-- It pauses while others are at work, and who can't see that is told.
SELECT pgdiff.dblink_connect('busy', :'target');
SELECT pgdiff.dblink_send_query('busy', 'SELECT pg_sleep(300)');
SELECT pgdiff.dblink_connect('at work', :'target');
SELECT pid AS worker FROM pgdiff.dblink('at work', 'SELECT pg_backend_pid()') AS r(pid integer) \gset
SELECT pgdiff.dblink_send_query('at work', $$CALL pgdiff.backfill('shop.log', 'done = true', options => '{"max_active": 0}')$$);
DO $$ BEGIN
    WHILE NOT EXISTS (SELECT FROM pgdiff.backfill WHERE message LIKE 'pausing%') LOOP PERFORM pg_sleep(0.05); END LOOP;
END $$;
SELECT max(backfill_id) AS paused FROM pgdiff.backfill \gset
SELECT state, message, rows_done FROM pgdiff.backfill WHERE backfill_id = :paused;
SELECT pg_cancel_backend(:worker);
SELECT * FROM pgdiff.dblink_get_result('at work') AS r(id bigint);
SELECT pgdiff.dblink_disconnect('at work');
SELECT pgdiff.dblink_disconnect('busy');
SELECT state, rows_done FROM pgdiff.backfill WHERE backfill_id = :paused;
CALL pgdiff.backfill(backfill_id => :paused, options => '{"max_active": 1000}');
-- What is asked for is checked.
CALL pgdiff.backfill();
CALL pgdiff.backfill('shop.nothing', 'a = 1');
CALL pgdiff.backfill('shop."Item"', 'note = 1; DROP TABLE shop.log');
CALL pgdiff.backfill('shop."Item"', 'note = ''a'' WHERE true');
CALL pgdiff.backfill('shop."Item"', 'note = ''a''', 'true) OR (true');
CALL pgdiff.backfill('shop."Item"', 'note = ''a''', options => '{"batch_row": 1}');
CALL pgdiff.backfill('shop."Item"', 'note = ''a''', options => '{"batch_rows": 0}');
CALL pgdiff.backfill(backfill_id => 99);
CREATE TABLE shop.keyless (a integer);
CALL pgdiff.backfill('shop.keyless', 'a = 1');
CREATE VIEW shop.seen AS SELECT * FROM shop.keyless;
CALL pgdiff.backfill('shop.seen', 'a = 1');
BEGIN;
CALL pgdiff.backfill('shop."Item"', 'note = ''a''');
ROLLBACK;
-- Its statements run with the caller's rights, and its record is nobody's to change.
CREATE ROLE backfill_user;
GRANT USAGE ON SCHEMA shop TO backfill_user;
SET ROLE backfill_user;
CALL pgdiff.backfill('shop."Item"', 'note = ''a''');
RESET ROLE;
GRANT EXECUTE ON PROCEDURE pgdiff.backfill(text, text, text, jsonb, bigint) TO backfill_user;
SET SESSION AUTHORIZATION backfill_user;
CALL pgdiff.backfill('shop."Item"', 'note = ''a''');
CALL pgdiff.backfill('shop."Item"', 'note = ''a''', options => '{"max_active": 5}');
CALL pgdiff.backfill('shop."Item"', 'note = ''a''', options => '{"max_lag": 5}');
UPDATE pgdiff.backfill SET state = 'done';
SELECT backfill_id = :failed + 1 AS own, state, message FROM pgdiff.backfill;
RESET SESSION AUTHORIZATION;
DROP OWNED BY backfill_user;
DROP ROLE backfill_user;
