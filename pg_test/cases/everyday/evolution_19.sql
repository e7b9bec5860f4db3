-- Two states of everyday schemas, whose names stand above each: acl, comm, typed.
-- @target
-- acl
CREATE SCHEMA ac AUTHORIZATION alice; CREATE TABLE ac.t (a int, b int); CREATE VIEW ac.v AS SELECT * FROM ac.t; CREATE FUNCTION ac.f() RETURNS int LANGUAGE sql AS 'SELECT 2'; CREATE TYPE ac.e AS ENUM ('b'); CREATE SEQUENCE ac.s;
ALTER TABLE ac.t OWNER TO alice; ALTER VIEW ac.v OWNER TO bob; ALTER FUNCTION ac.f() OWNER TO bob; ALTER TYPE ac.e OWNER TO alice; ALTER SEQUENCE ac.s OWNER TO bob;
GRANT SELECT (a, b), UPDATE (b) ON ac.t TO bob, reader_role; GRANT USAGE ON TYPE ac.e TO bob WITH GRANT OPTION;
-- comm
CREATE TABLE cm (a bigint PRIMARY KEY, b bigint CHECK (b > 1), c text); CREATE INDEX cm_i ON cm (b, a); CREATE VIEW cm_v AS SELECT b AS a, a AS q FROM cm; CREATE TYPE cm_t AS (x bigint, y int); CREATE SEQUENCE cm_s START 4; CREATE DOMAIN cm_d AS bigint CONSTRAINT pos CHECK (VALUE > 1);
COMMENT ON TABLE cm IS E'two\nlines -- */ $$'; COMMENT ON INDEX cm_i IS 'j'; COMMENT ON COLUMN cm_v.a IS 'vb'; COMMENT ON TYPE cm_t IS 'ty'; COMMENT ON COLUMN cm_t.x IS 'tx'; COMMENT ON DOMAIN cm_d IS 'd';
-- typed
CREATE TYPE ty AS (a int, b text); CREATE TABLE tyt OF ty (PRIMARY KEY (a)); CREATE FUNCTION tyf() RETURNS SETOF ty LANGUAGE sql AS $$SELECT 1, 'x'::text$$; CREATE VIEW tyv AS SELECT a, b FROM tyf();
CREATE TABLE tyc (v ty, w ty[] DEFAULT ARRAY[ROW(1,'x')::ty]);
-- @source
-- acl
CREATE SCHEMA ac; CREATE MATERIALIZED VIEW ac.t AS SELECT 1 AS a, 2 AS b; CREATE TABLE ac.v (a int, b int); CREATE PROCEDURE ac.f() LANGUAGE sql AS 'SELECT 1'; CREATE DOMAIN ac.e AS text; CREATE TABLE ac.s ();
GRANT SELECT ON ALL TABLES IN SCHEMA ac TO reader_role; ALTER DEFAULT PRIVILEGES IN SCHEMA ac GRANT ALL ON TABLES TO bob; ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; COMMENT ON SCHEMA ac IS 'c';
-- comm
CREATE TABLE cm (a int, b int, c text); CREATE VIEW cm_v AS SELECT a FROM cm; CREATE TABLE cm_t (x int); CREATE TABLE cm_d (v int);
COMMENT ON COLUMN cm_t.x IS 'tx'; COMMENT ON TABLE cm_d IS 'd'; COMMENT ON VIEW cm_v IS 'v';
-- typed
CREATE TABLE ty (a int, b text); CREATE TABLE tyt () INHERITS (ty); CREATE FUNCTION tyf() RETURNS TABLE (a int, b text) LANGUAGE sql AS $$SELECT 1, 'x'::text$$; CREATE VIEW tyv AS SELECT a, b FROM tyf();
CREATE TABLE tyc (v ty, w ty[]);
