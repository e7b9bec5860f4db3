-- No nulls anywhere; and a new column that has something to give.
-- @both
CREATE TABLE "T" (a int, b int) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF "T" DEFAULT;
CREATE TABLE p (a int);
CREATE TABLE c (b int) INHERITS (p);
CREATE TABLE e (a int);
-- @source
ALTER TABLE "T" ALTER b SET NOT NULL;
ALTER TABLE p ALTER a SET NOT NULL;
ALTER TABLE p ADD n int NOT NULL DEFAULT 1;
ALTER TABLE e ADD n int NOT NULL;
-- @rows
INSERT INTO "T" VALUES (1, 1);
INSERT INTO p VALUES (1);
INSERT INTO c VALUES (2, 1);
