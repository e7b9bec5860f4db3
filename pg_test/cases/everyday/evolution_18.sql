-- Two states of everyday schemas, whose names stand above each: acl, comm, typed.
-- @target
-- acl
CREATE SCHEMA ac; CREATE TABLE ac.t (a int, b int); CREATE VIEW ac.v AS SELECT * FROM ac.t; CREATE FUNCTION ac.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TYPE ac.e AS ENUM ('a'); CREATE SEQUENCE ac.s;
GRANT ALL ON SCHEMA ac TO alice WITH GRANT OPTION; GRANT SELECT, INSERT (a) ON ac.t TO bob; GRANT SELECT ON ac.v TO PUBLIC; REVOKE EXECUTE ON FUNCTION ac.f() FROM PUBLIC; REVOKE USAGE ON TYPE ac.e FROM PUBLIC; GRANT USAGE ON SEQUENCE ac.s TO alice;
-- comm
CREATE TABLE cm (a int PRIMARY KEY, b int CHECK (b > 0), c text); CREATE INDEX cm_i ON cm (b); CREATE VIEW cm_v AS SELECT a FROM cm; CREATE TYPE cm_t AS (x int); CREATE SEQUENCE cm_s; CREATE DOMAIN cm_d AS int CONSTRAINT pos CHECK (VALUE > 0);
COMMENT ON TABLE cm IS 't'; COMMENT ON COLUMN cm.b IS 'it''s \ "b"'; COMMENT ON INDEX cm_i IS 'i'; COMMENT ON CONSTRAINT cm_b_check ON cm IS 'k'; COMMENT ON CONSTRAINT cm_pkey ON cm IS 'pk'; COMMENT ON COLUMN cm_v.a IS 'va'; COMMENT ON COLUMN cm_t.x IS 'tx'; COMMENT ON CONSTRAINT pos ON DOMAIN cm_d IS 'p'; COMMENT ON SEQUENCE cm_s IS 's';
-- typed
CREATE TYPE ty AS (a int, b text); CREATE TABLE tyt OF ty (PRIMARY KEY (a)); CREATE FUNCTION tyf() RETURNS SETOF ty LANGUAGE sql AS $$SELECT 1, 'x'::text$$; CREATE VIEW tyv AS SELECT a, b FROM tyf();
CREATE TABLE tyc (v ty, w ty[] DEFAULT ARRAY[ROW(1,'x')::ty]);
-- @source
-- acl
CREATE SCHEMA ac AUTHORIZATION alice; CREATE TABLE ac.t (a int, b int); CREATE VIEW ac.v AS SELECT * FROM ac.t; CREATE FUNCTION ac.f() RETURNS int LANGUAGE sql AS 'SELECT 2'; CREATE TYPE ac.e AS ENUM ('b'); CREATE SEQUENCE ac.s;
ALTER TABLE ac.t OWNER TO alice; ALTER VIEW ac.v OWNER TO bob; ALTER FUNCTION ac.f() OWNER TO bob; ALTER TYPE ac.e OWNER TO alice; ALTER SEQUENCE ac.s OWNER TO bob;
GRANT SELECT (a, b), UPDATE (b) ON ac.t TO bob, reader_role; GRANT USAGE ON TYPE ac.e TO bob WITH GRANT OPTION;
-- comm
CREATE TABLE cm (a bigint PRIMARY KEY, b bigint CHECK (b > 1), c text); CREATE INDEX cm_i ON cm (b, a); CREATE VIEW cm_v AS SELECT b AS a, a AS q FROM cm; CREATE TYPE cm_t AS (x bigint, y int); CREATE SEQUENCE cm_s START 4; CREATE DOMAIN cm_d AS bigint CONSTRAINT pos CHECK (VALUE > 1);
COMMENT ON TABLE cm IS E'two\nlines -- */ $$'; COMMENT ON INDEX cm_i IS 'j'; COMMENT ON COLUMN cm_v.a IS 'vb'; COMMENT ON TYPE cm_t IS 'ty'; COMMENT ON COLUMN cm_t.x IS 'tx'; COMMENT ON DOMAIN cm_d IS 'd';
-- typed
CREATE TYPE ty AS (a bigint, b text, c date); CREATE TABLE tyt OF ty (a WITH OPTIONS DEFAULT 3, PRIMARY KEY (b)); CREATE FUNCTION tyf() RETURNS SETOF ty LANGUAGE sql AS $$SELECT 1::bigint, 'x'::text, NULL::date$$; CREATE VIEW tyv AS SELECT a, b FROM tyf();
CREATE TABLE tyc (v ty, w ty[] DEFAULT ARRAY[ROW(1,'x',NULL)::ty]);
