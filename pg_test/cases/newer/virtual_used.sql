-- Virtual generated columns with what uses them: checks, views, grants, children, partitions; to stored, plain and back.
-- @server 18
-- @both
CREATE SCHEMA "V";
CREATE FUNCTION "V".f(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1 + 1;
-- @target
CREATE TABLE "V".t (a integer, b text, "g ""1""" integer GENERATED ALWAYS AS (a * 2) VIRTUAL, p integer GENERATED ALWAYS AS (a + 1), s integer GENERATED ALWAYS AS (a) STORED, d integer,
  CONSTRAINT k CHECK ("g ""1""" > 0));
CREATE TABLE q (k integer, x integer GENERATED ALWAYS AS (k + 1)) PARTITION BY LIST (k);
CREATE TABLE q1 (k integer, x integer GENERATED ALWAYS AS (k + 7));
CREATE TABLE typed_to (a integer, w integer GENERATED ALWAYS AS (a) VIRTUAL);
-- @source
CREATE TABLE "V".t (a bigint, b text, "g ""1""" bigint GENERATED ALWAYS AS (a * 3) VIRTUAL, p integer, s integer GENERATED ALWAYS AS (a) VIRTUAL, d integer GENERATED ALWAYS AS (a - 1) VIRTUAL,
  CONSTRAINT k CHECK ("g ""1""" > 0));
CREATE TABLE q (k integer, x integer GENERATED ALWAYS AS (k + 2)) PARTITION BY LIST (k);
CREATE TABLE q1 (k integer, x integer GENERATED ALWAYS AS (k + 8));
CREATE TABLE typed_to (a integer, w bigint GENERATED ALWAYS AS (a) VIRTUAL);
-- @both
ALTER TABLE q ATTACH PARTITION q1 DEFAULT;
CREATE VIEW "V".v AS SELECT "g ""1""", p, s FROM "V".t WHERE "g ""1""" > 1;
CREATE TABLE child (extra integer) INHERITS ("V".t);
GRANT SELECT ("g ""1""") ON "V".t TO reader_role;
COMMENT ON COLUMN "V".t."g ""1""" IS 'virtual';
ALTER TABLE "V".t ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON "V".t USING ("g ""1""" > 0);
-- @rows
INSERT INTO "V".t (a, b) VALUES (1, 'x');
INSERT INTO q (k) VALUES (1);
