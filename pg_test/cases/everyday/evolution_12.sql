-- Two states of everyday schemas, whose names stand above each: moves, cols.
-- @target
-- moves
CREATE SCHEMA s1; CREATE SCHEMA s2;
CREATE TYPE s2.st AS ENUM ('a','b'); CREATE SEQUENCE s2.sq;
CREATE TABLE s1.t (id int DEFAULT nextval('s2.sq') PRIMARY KEY, st s2.st);
CREATE FUNCTION s2.f() RETURNS s2.st LANGUAGE sql AS $$SELECT 'a'::s2.st$$;
CREATE VIEW s2.v AS SELECT id, s2.f() AS f FROM s1.t;
-- cols
CREATE TABLE cl ("I j" text, h text, g int DEFAULT 1, f jsonb, e varchar(5)[], d int, c date, b text, a bigint NOT NULL DEFAULT 0, CONSTRAINT cl_ck CHECK (a >= 0 AND b <> ''));
CREATE INDEX cl_1 ON cl (upper(b)); CREATE UNIQUE INDEX cl_2 ON cl ("I j");

COMMENT ON COLUMN cl.a IS 'B'; GRANT UPDATE (a), SELECT (b) ON cl TO alice, bob;
ALTER TABLE cl CLUSTER ON cl_1; ALTER TABLE cl REPLICA IDENTITY FULL;
-- @source
-- moves
CREATE SCHEMA s1;
CREATE TABLE s1.st (a int PRIMARY KEY); CREATE TABLE s1.sq (id int GENERATED ALWAYS AS IDENTITY);
CREATE VIEW s1.t AS SELECT a AS id FROM s1.st;
CREATE PROCEDURE s1.f() LANGUAGE sql AS 'SELECT 1';
-- cols
CREATE TABLE cl (a oid, b name, c timestamptz(3), d money, e xml, g bit(1), h uuid);
