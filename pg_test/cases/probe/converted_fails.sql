-- A text that is no number.
-- @target
CREATE TABLE "T" ("A" text);
-- @source
CREATE TABLE "T" ("A" int);
-- @rows
INSERT INTO "T" VALUES ('1'), ('abc');
-- @fails invalid input
