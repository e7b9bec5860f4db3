-- The extension comes with what is granted on its members, and goes with it; another one moves to another schema and keeps it.
-- @both
CREATE SCHEMA old;
CREATE SCHEMA new;
CREATE EXTENSION pg_stat_statements WITH SCHEMA new;
-- @target
CREATE EXTENSION citext WITH SCHEMA old;
REVOKE EXECUTE ON FUNCTION old.citext_eq(old.citext, old.citext) FROM PUBLIC;
SECURITY LABEL FOR dummy ON TYPE old.citext IS 'moves';
-- @source
CREATE EXTENSION citext WITH SCHEMA new;
REVOKE EXECUTE ON FUNCTION new.citext_eq(new.citext, new.citext) FROM PUBLIC;
SECURITY LABEL FOR dummy ON TYPE new.citext IS 'moves';
CREATE EXTENSION hstore;
REVOKE EXECUTE ON FUNCTION skeys(hstore) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION skeys(hstore) TO bob;
SECURITY LABEL FOR dummy ON TYPE hstore IS 'new';
CREATE VIEW public.v AS SELECT skeys('a=>1');
