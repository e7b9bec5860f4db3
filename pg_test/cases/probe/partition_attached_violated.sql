-- A table that is attached has a row that belongs elsewhere; under quoted names, a key of several columns with open ends.
-- @both
CREATE SCHEMA "Párts";
CREATE TABLE "Párts"."W ""hole" ("K" int, b text, c int) PARTITION BY RANGE ("K", b);
-- @target
CREATE TABLE "Párts"."p 1" ("K" int, b text, c int);
-- @source
CREATE TABLE "Párts"."p 1" PARTITION OF "Párts"."W ""hole" FOR VALUES FROM (1, MINVALUE) TO (2, MAXVALUE);
-- @rows
INSERT INTO "Párts"."p 1" VALUES (1, 'a', 1), (3, 'a', 1);
-- @fails is violated by some row
