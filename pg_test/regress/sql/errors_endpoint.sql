-- What an endpoint can be, and what is said where it isn't one. No message shows a password.
\c :source
CREATE DATABASE closed;
REVOKE CONNECT ON DATABASE closed FROM PUBLIC;
\c :target
\set tcp 'host=127.0.0.1 port=' :port ' user=carol dbname=postgres'

-- No endpoint at all.
SELECT * FROM pgdiff.compare();
\echo :SQLSTATE
SELECT * FROM pgdiff.compare(NULL, NULL, NULL);
\echo :SQLSTATE
SELECT * FROM pgdiff.compare('');
\echo :SQLSTATE
SELECT * FROM pgdiff.compare('current', ' ');
\echo :SQLSTATE
SELECT * FROM pgdiff.compare('server:');
\echo :SQLSTATE
SELECT * FROM pgdiff.compare('snapshot:nosuch');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('nosuch');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('server:no=such');
\echo :SQLSTATE

-- The setting, from which the call takes the source.
SET pgdiff.source = 'nosuch';
SELECT * FROM pgdiff.compare();
\echo :SQLSTATE
SET pgdiff.source = '  ';
SELECT * FROM pgdiff.compare();
\echo :SQLSTATE
SET pgdiff.source = 'current';
SELECT * FROM pgdiff.compare();
RESET pgdiff.source;

-- Malformed connection strings. What was stumbled over is not quoted: it may be a part of the password.
SELECT pgdiff.fingerprint('host=h password=two words');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('host=h password=two words=3');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('host=h password=''open');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('host=h Password=x');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('postgresql://user:p@ss@host/database');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('postgresql://user:pa/ss@host/database');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('postgresql://user:p%4@host/database');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('postgresql://host/database?password');
\echo :SQLSTATE

-- Nobody there.
SELECT pgdiff.fingerprint('host=127.0.0.1 port=1 user=carol password=secret');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('postgresql://carol:secret@127.0.0.1:1/postgres');
\echo :SQLSTATE
-- A wrong password, none, and the right one.
SELECT pgdiff.fingerprint(:'tcp' || ' password=wrong');
\echo :SQLSTATE
SELECT pgdiff.fingerprint(:'tcp' || ' passfile=/dev/null');
\echo :SQLSTATE
SELECT length(pgdiff.fingerprint(:'tcp' || ' password=''carol\''s secret'''));
SELECT length(pgdiff.fingerprint('postgresql://carol:carol%27s%20secret@127.0.0.1:' || :port || '/postgres'));
-- No such role, database, or right.
SELECT pgdiff.fingerprint('host=' || :'socket' || ' port=' || :port || ' user=nobody dbname=postgres');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('host=' || :'socket' || ' port=' || :port || ' user=carol dbname=nosuch');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('host=' || :'socket' || ' port=' || :port || ' user=carol dbname=closed');
\echo :SQLSTATE

-- Foreign servers of both wrappers, also with options that are no libpq options.
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION file_fdw;
CREATE SERVER "By dblink" FOREIGN DATA WRAPPER dblink_fdw OPTIONS (host '127.0.0.1', port :'port', dbname 'postgres');
CREATE SERVER by_postgres FOREIGN DATA WRAPPER postgres_fdw
  OPTIONS (host '127.0.0.1', port :'port', dbname 'postgres', fetch_size '10', use_remote_estimate 'true', extensions 'dblink');
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
SELECT pgdiff.fingerprint('By dblink');
\echo :SQLSTATE
CREATE USER MAPPING FOR CURRENT_USER SERVER "By dblink" OPTIONS (user 'carol', password 'wrong');
CREATE USER MAPPING FOR CURRENT_USER SERVER by_postgres OPTIONS (user 'carol', password 'carol''s secret', password_required 'true');
SELECT pgdiff.fingerprint('By dblink');
\echo :SQLSTATE
ALTER USER MAPPING FOR CURRENT_USER SERVER "By dblink" OPTIONS (SET password 'carol''s secret');
SELECT pgdiff.fingerprint('By dblink') = pgdiff.fingerprint('server:by_postgres') AS same;
SELECT pgdiff.fingerprint('files');
\echo :SQLSTATE
ALTER SERVER by_postgres OPTIONS (SET dbname 'nosuch');
SELECT pgdiff.fingerprint('by_postgres');
\echo :SQLSTATE
ALTER SERVER by_postgres OPTIONS (SET dbname 'postgres');

-- A role that is no superuser: what it must be granted, and that it must bring a password.
SET ROLE reader_role;
SELECT * FROM pgdiff.compare('by_postgres');
\echo :SQLSTATE
SELECT count(*) > 0 AS may_read_the_reference FROM pgdiff.options();
RESET ROLE;
GRANT EXECUTE ON FUNCTION pgdiff.fingerprint(text, jsonb) TO reader_role;
SET ROLE reader_role;
SELECT length(pgdiff.fingerprint());
SELECT pgdiff.fingerprint('by_postgres');
\echo :SQLSTATE
RESET ROLE;
CREATE USER MAPPING FOR reader_role SERVER by_postgres OPTIONS (user 'carol');
SET ROLE reader_role;
SELECT pgdiff.fingerprint('by_postgres');
\echo :SQLSTATE
RESET ROLE;
GRANT USAGE ON FOREIGN SERVER by_postgres TO reader_role;
SET ROLE reader_role;
SELECT pgdiff.fingerprint('by_postgres');
\echo :SQLSTATE
ALTER USER MAPPING FOR CURRENT_USER SERVER by_postgres OPTIONS (ADD password 'carol''s secret');
SELECT length(pgdiff.fingerprint('by_postgres'));
SELECT pgdiff.fingerprint(:'source');
\echo :SQLSTATE
-- The remote didn't ask for the password: it would have let in whoever the server process is.
SELECT pgdiff.fingerprint(:'source' || ' password=secret');
\echo :SQLSTATE
SELECT pgdiff.fingerprint('current', '{"profile": "p"}');
\echo :SQLSTATE
RESET ROLE;

-- dblink is needed for other databases only, and found wherever it is.
DROP EXTENSION dblink CASCADE;
SELECT length(pgdiff.fingerprint('current'));
SELECT pgdiff.fingerprint(:'source');
\echo :SQLSTATE
CREATE SCHEMA "Odd ""schema""";
CREATE EXTENSION dblink SCHEMA "Odd ""schema""";
SELECT length(pgdiff.fingerprint(:'source'));

-- No error left a connection behind, and nothing of the session's settings has changed.
SELECT "Odd ""schema""".dblink_get_connections();
SHOW search_path;
SHOW DateStyle;
\c :source
DROP DATABASE closed;
