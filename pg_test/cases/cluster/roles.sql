-- Roles with attributes, memberships, settings, comments, labels and passwords; those that come own things and are granted things, those
-- that go did.
-- @options {"scope": "cluster", "secrets": "reveal"}
-- @target
CREATE ROLE "goes ""; --" LOGIN PASSWORD 'SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0c2FsdA==$eT94ZnW/9RvBmuO40r1fjB6HmpZBcDJzGbGUSoARvLw=:G9gIvkzfKKeUpkQ5ZXVOGLZ3vdXMJGDGcQWUGdZJWLw=';
CREATE ROLE member_role;
GRANT "goes ""; --" TO alice;
GRANT alice TO member_role WITH ADMIN OPTION;
ALTER ROLE "goes ""; --" SET work_mem = '1MB';
CREATE TABLE public.t (a integer);
ALTER TABLE public.t OWNER TO "goes ""; --";
GRANT SELECT ON public.t TO member_role;
CREATE TABLE public.old (a integer);
ALTER TABLE public.old OWNER TO "goes ""; --";
ALTER ROLE bob CONNECTION LIMIT 3 CREATEDB;
-- @source
CREATE ROLE "comes 'Ünï'" LOGIN CREATEROLE REPLICATION BYPASSRLS CONNECTION LIMIT 5 VALID UNTIL '2030-01-01 00:00:00+00'
  PASSWORD 'SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0c2FsdA==$eT94ZnW/9RvBmuO40r1fjB6HmpZBcDJzGbGUSoARvLw=:G9gIvkzfKKeUpkQ5ZXVOGLZ3vdXMJGDGcQWUGdZJWLw=';
COMMENT ON ROLE "comes 'Ünï'" IS E'it''s\nnew';
SECURITY LABEL FOR dummy ON ROLE "comes 'Ünï'" IS 'a role''s';
CREATE ROLE group_role NOINHERIT;
GRANT group_role TO "comes 'Ünï'" WITH ADMIN OPTION;
GRANT pg_read_all_data TO "comes 'Ünï'";
GRANT alice TO bob;
ALTER ROLE "comes 'Ünï'" SET search_path = "$user", 'a b';
ALTER ROLE bob SET statement_timeout = '1min';
CREATE TABLE public.t (a integer);
ALTER TABLE public.t OWNER TO "comes 'Ünï'";
GRANT SELECT ON public.t TO group_role;
CREATE TABLE public.new (a integer);
ALTER TABLE public.new OWNER TO group_role;
CREATE POLICY p ON public.new TO "comes 'Ünï'";
ALTER DEFAULT PRIVILEGES FOR ROLE "comes 'Ünï'" GRANT SELECT ON TABLES TO group_role;
ALTER ROLE bob SUPERUSER;
