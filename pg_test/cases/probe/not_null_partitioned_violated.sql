-- The null is in a partition of a partition.
-- @both
CREATE TABLE "T" (a int, b int) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF "T" FOR VALUES IN (1) PARTITION BY LIST (a);
CREATE TABLE t11 PARTITION OF t1 DEFAULT;
-- @source
ALTER TABLE "T" ALTER b SET NOT NULL;
-- @rows
INSERT INTO "T" VALUES (1, 1), (1, NULL);
-- @fails contains null values
