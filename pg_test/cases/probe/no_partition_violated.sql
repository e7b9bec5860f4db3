-- A table that becomes partitioned has a row that no partition takes, two levels down.
-- @target
CREATE TABLE "W w" (a int, b text);
-- @source
CREATE TABLE "W w" (a int, b text) PARTITION BY LIST (a);
CREATE TABLE p PARTITION OF "W w" FOR VALUES IN (1, 2) PARTITION BY LIST (b);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN ('x', NULL);
CREATE TABLE q PARTITION OF "W w" FOR VALUES IN (3);
-- @rows
INSERT INTO "W w" VALUES (1, 'x'), (2, NULL), (3, 'y'), (2, 'y');
-- @fails no partition of relation "p" found for row
