Attributes added in the middle and retyped under columns, arrays, domains and other types that hold them.
-- @target
CREATE SCHEMA "S";
CREATE TYPE "S".c AS (a int, "B b" varchar(8), d date);
-- @source
CREATE SCHEMA "S";
CREATE TYPE "S".c AS (a bigint, added text, "B b" varchar(20), d date);
-- @both
COMMENT ON COLUMN "S".c.a IS 'an attribute';
ALTER TYPE "S".c OWNER TO alice;
CREATE TYPE "S".o AS (c "S".c, cs "S".c[], n int);
CREATE DOMAIN "S".d AS "S".c CHECK ((VALUE).a > 0);
CREATE TABLE "S".t (id int PRIMARY KEY, c "S".c, cs "S".c[], o "S".o, d "S".d);
CREATE INDEX i ON "S".t (((c).a));
CREATE VIEW "S".v AS SELECT (c).a, c, o FROM "S".t;
CREATE FUNCTION "S".f("S".c, "S".o[]) RETURNS "S".c LANGUAGE sql AS 'SELECT $1';
-- @rows
INSERT INTO "S".t VALUES
  (1, ROW(1, 'x,"y', '2020-01-01'), ARRAY[ROW(2, NULL, NULL), NULL]::"S".c[], ROW(ROW(3, '', NULL), ARRAY[ROW(4, 'q', NULL)]::"S".c[], 5), ROW(6, NULL, NULL)),
  (2, NULL, NULL, NULL, NULL), (3, ROW(NULL, NULL, NULL), '{}', ROW(NULL, NULL, NULL), NULL);
-- @rows source
INSERT INTO "S".t VALUES
  (1, ROW(1, NULL, 'x,"y', '2020-01-01'), ARRAY[ROW(2, NULL, NULL, NULL), NULL]::"S".c[], ROW(ROW(3, NULL, '', NULL), ARRAY[ROW(4, NULL, 'q', NULL)]::"S".c[], 5), ROW(6, NULL, NULL, NULL)),
  (2, NULL, NULL, NULL, NULL), (3, ROW(NULL, NULL, NULL, NULL), '{}', ROW(NULL, NULL, NULL), NULL);
-- @lossy source composite type column "S".c.added
