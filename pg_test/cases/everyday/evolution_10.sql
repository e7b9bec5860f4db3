-- Two states of everyday schemas, whose names stand above each: moves, opsagg, cols.
-- @target
-- moves
CREATE SCHEMA s1; CREATE SCHEMA s2;
CREATE TYPE s1.st AS ENUM ('a','b'); CREATE SEQUENCE s1.sq;
CREATE TABLE s1.t (id int DEFAULT nextval('s1.sq') PRIMARY KEY, st s1.st);
CREATE FUNCTION s1.f() RETURNS s1.st LANGUAGE sql AS $$SELECT 'a'::s1.st$$;
CREATE VIEW s2.v AS SELECT id, s1.f() AS f FROM s1.t;
GRANT USAGE ON SCHEMA s1 TO alice; ALTER DEFAULT PRIVILEGES IN SCHEMA s2 GRANT SELECT ON TABLES TO bob;
-- opsagg
CREATE FUNCTION o_eq(a point, b point) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 ~= $2';
CREATE OPERATOR ==== (LEFTARG = point, RIGHTARG = point, FUNCTION = o_eq, COMMUTATOR = ====);
CREATE AGGREGATE o_agg(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
CREATE VIEW o_v AS SELECT '(1,2)'::point ==== '(1,2)'::point AS e, o_agg(x) AS s FROM generate_series(1,3) x;
CREATE CAST (point AS text) WITH INOUT AS ASSIGNMENT;
-- cols
CREATE TABLE cl (a int, b varchar(10) NOT NULL, c timestamp, d numeric, e text[], f json, g bool DEFAULT true, h char(3), "I j" int, CONSTRAINT cl_ck CHECK (a > 0 AND length(b) > 1));
CREATE INDEX cl_1 ON cl (lower(b), c DESC NULLS LAST); CREATE UNIQUE INDEX cl_2 ON cl ("I j") INCLUDE (a) WHERE g;

COMMENT ON COLUMN cl.a IS 'A'; GRANT UPDATE (a, b) ON cl TO alice; ALTER TABLE cl ALTER a SET STATISTICS 50, ALTER e SET STORAGE EXTERNAL;
-- @source
-- moves
CREATE SCHEMA s1; CREATE SCHEMA s2;
CREATE TYPE s2.st AS ENUM ('a','b'); CREATE SEQUENCE s2.sq;
CREATE TABLE s1.t (id int DEFAULT nextval('s2.sq') PRIMARY KEY, st s2.st);
CREATE FUNCTION s2.f() RETURNS s2.st LANGUAGE sql AS $$SELECT 'a'::s2.st$$;
CREATE VIEW s2.v AS SELECT id, s2.f() AS f FROM s1.t;
-- opsagg
CREATE FUNCTION o_eq(a point, b point) RETURNS bool LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN a ~= b; END';
CREATE OPERATOR ==== (LEFTARG = point, RIGHTARG = point, FUNCTION = o_eq, RESTRICT = eqsel);
CREATE FUNCTION o_sf(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE AGGREGATE o_agg(int) (SFUNC = o_sf, STYPE = int);
CREATE VIEW o_v AS SELECT '(1,2)'::point ==== '(1,2)'::point AS e, o_agg(x) AS s FROM generate_series(1,3) x;
-- cols
CREATE TABLE cl ("I j" text, h text, g int DEFAULT 1, f jsonb, e varchar(5)[], d int, c date, b text, a bigint NOT NULL DEFAULT 0, CONSTRAINT cl_ck CHECK (a >= 0 AND b <> ''));
CREATE INDEX cl_1 ON cl (upper(b)); CREATE UNIQUE INDEX cl_2 ON cl ("I j");

COMMENT ON COLUMN cl.a IS 'B'; GRANT UPDATE (a), SELECT (b) ON cl TO alice, bob;
ALTER TABLE cl CLUSTER ON cl_1; ALTER TABLE cl REPLICA IDENTITY FULL;
