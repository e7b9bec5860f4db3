-- Code that nobody sees in a plan: SQL that a body puts together, and functions of other roles that run while it does.
\c :source
CREATE ROLE code_owner;
CREATE ROLE code_root SUPERUSER;
CREATE SCHEMA s;
CREATE FUNCTION s.his(integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1';
ALTER FUNCTION s.his OWNER TO code_owner;
CREATE FUNCTION s.roots(integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1';
ALTER FUNCTION s.roots OWNER TO code_root;
CREATE TABLE s.ours (id integer CONSTRAINT his CHECK (s.his(id) > 0) CONSTRAINT root CHECK (s.roots(id) > 0), n integer,
  new integer DEFAULT s.his(1), later integer DEFAULT s.his(2));
ALTER TABLE s.ours ADD CONSTRAINT unread CHECK (s.his(n) > 0) NOT VALID;
CREATE INDEX ours_his ON s.ours (s.his(id));
CREATE INDEX ours_id ON s.ours (id);
CREATE TABLE s.theirs (id integer);
ALTER TABLE s.theirs OWNER TO code_owner;
CREATE INDEX theirs_his ON s.theirs (s.his(id));
CREATE DOMAIN s.small AS integer CHECK (s.his(VALUE) < 10);
CREATE TABLE s.with_domain (id integer, d s.small);
CREATE VIEW s.seen AS SELECT s.his(id) AS h FROM s.ours;
CREATE MATERIALIZED VIEW s.filled AS SELECT h FROM s.seen;
CREATE FUNCTION s.builds(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('TRUNCATE %I', t); END $$;
CREATE FUNCTION s.changed(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN FOR i IN 1..2 LOOP EXECUTE t; END LOOP; END $$;
CREATE FUNCTION s.fixed() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'SELECT 1'; END $$; -- EXECUTE t
CREATE FUNCTION s.comment(t text) RETURNS void LANGUAGE plpgsql COST 7 AS $$ BEGIN EXECUTE t; END $$;
\c :target
CREATE ROLE code_owner;
CREATE ROLE code_root SUPERUSER;
CREATE SCHEMA s;
CREATE FUNCTION s.his(integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1';
ALTER FUNCTION s.his OWNER TO code_owner;
CREATE FUNCTION s.roots(integer) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT $1';
ALTER FUNCTION s.roots OWNER TO code_root;
CREATE TABLE s.ours (id integer, n integer, later integer);
CREATE TABLE s.theirs (id integer);
ALTER TABLE s.theirs OWNER TO code_owner;
CREATE DOMAIN s.small AS integer CHECK (s.his(VALUE) < 10);
CREATE TABLE s.with_domain (id integer);
CREATE FUNCTION s.changed(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE FUNCTION s.comment(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE t; END $$;
SELECT action, object_identity, hazards, reason FROM pgdiff.plan(:'source', options => '{"schemas": ["s"]}')
 WHERE hazards && '{RUNS_OTHERS_CODE,UNTRACKABLE_DEPENDENCY}' ORDER BY object_identity COLLATE "C", step;
-- And nothing of it for the rest.
SELECT object_identity FROM pgdiff.plan(:'source', options => '{"schemas": ["s"]}')
 WHERE NOT hazards && '{RUNS_OTHERS_CODE,UNTRACKABLE_DEPENDENCY}' ORDER BY object_identity COLLATE "C", step;
\c :source
SET client_min_messages TO error;
DROP OWNED BY code_owner, code_root CASCADE;
DROP ROLE code_owner, code_root;
\c :target
SET client_min_messages TO error;
DROP OWNED BY code_owner, code_root CASCADE;
DROP ROLE code_owner, code_root;
