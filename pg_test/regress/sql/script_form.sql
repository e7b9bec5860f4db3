-- The form of the script follows the options.
\c :source
CREATE SCHEMA s;
CREATE TYPE s.e AS ENUM ('a', 'b');
CREATE TABLE s.t (id integer, state s.e DEFAULT 'b');
\c :target
CREATE SCHEMA s;
CREATE TYPE s.e AS ENUM ('a');
CREATE TABLE s.t (id integer, state s.e DEFAULT 'a');
CREATE VIEW s.gone AS SELECT 1 AS id FROM s.t;
\t on
\a
-- A new value that is used at once needs a transaction of its own, and the head says so.
SELECT regexp_replace(pgdiff.script(:'source', options => '{"schemas": ["s"]}'), '(by pgdiff|database|PostgreSQL) \S+', '\1 …', 'g');
SELECT regexp_replace(pgdiff.rollback_script(:'source', options => '{"schemas": ["s"]}'), '(by pgdiff|database|PostgreSQL) \S+', '\1 …', 'g');
SELECT regexp_replace(pgdiff.script(:'source', options => '{"schemas": ["s"], "transaction": false, "comments": false, "notices": true, "if_exists": true,
  "lock_timeout": "5s", "statement_timeout": 60000, "pre_script": "SELECT 1 -- before", "post_script": "SELECT 2"}'), '(by pgdiff|database|PostgreSQL) \S+', '\1 …', 'g');
SELECT substring(pgdiff.script(:'source', options => '{"schemas": ["s"], "isolation": "serializable"}') FROM 'BEGIN[^;]*;');
SELECT regexp_replace(pgdiff.script('current'), '(by pgdiff|database|PostgreSQL) \S+', '\1 …', 'g');
\a
\t off
-- It runs as it is, and leaves the session as it was.
SELECT pgdiff.script(:'source', options => '{"schemas": ["s"], "notices": true}') AS script, current_setting('search_path') AS before
\gset
\o /dev/null
:script
\o
SELECT current_setting('search_path') = :'before' AS same_search_path, current_setting('check_function_bodies') AS check_function_bodies;
SELECT count(*) FROM pgdiff.compare(:'source', options => '{"schemas": ["s"]}');
