-- A row that the bound does not take, of a table with a quoted name.
-- @both
CREATE TABLE w ("K ""k" int, b text) PARTITION BY RANGE ("K ""k");
-- @target
CREATE TABLE "P 'p" ("K ""k" int, b text);
-- @source
CREATE TABLE "P 'p" PARTITION OF w FOR VALUES FROM (1) TO (10);
-- @rows
INSERT INTO "P 'p" VALUES (1, 'x'), (10, 'y');
-- @fails is violated by some row
