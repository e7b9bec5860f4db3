-- All rows of tables that are attached belong there: ranges with open ends, lists with null, an expression, a sub-partitioned table, a hash.
-- @both
CREATE SCHEMA "Párts";
CREATE TABLE "Párts"."W ""hole" ("K" int, b text) PARTITION BY RANGE ("K", b);
CREATE TABLE l (a text) PARTITION BY LIST (a);
CREATE TABLE e (a int, b text) PARTITION BY RANGE (lower(b), (a + 1));
CREATE TABLE s (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE h (a int) PARTITION BY HASH (a);
-- @target
CREATE TABLE "Párts"."p 1" ("K" int, b text);
CREATE TABLE l1 (a text);
CREATE TABLE ld (a text);
CREATE TABLE e1 (a int, b text);
CREATE TABLE s1 (a int, b int) PARTITION BY LIST (b);
CREATE TABLE s1a PARTITION OF s1 FOR VALUES IN (1, NULL);
CREATE TABLE h0 (a int);
-- @source
CREATE TABLE "Párts"."p 1" PARTITION OF "Párts"."W ""hole" FOR VALUES FROM (1, MINVALUE) TO (2, MAXVALUE);
CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('it''s', NULL);
CREATE TABLE ld PARTITION OF l DEFAULT;
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('a', 1) TO ('b', 2);
CREATE TABLE s1 PARTITION OF s FOR VALUES FROM (0) TO (10) PARTITION BY LIST (b);
CREATE TABLE s1a PARTITION OF s1 FOR VALUES IN (1, NULL);
CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 1, REMAINDER 0);
-- @rows
INSERT INTO "Párts"."p 1" VALUES (1, 'a'), (2, 'zz');
INSERT INTO l1 VALUES ('it''s'), (NULL);
INSERT INTO ld VALUES ('other');
INSERT INTO e1 VALUES (0, 'A'), (7, 'Ab');
INSERT INTO s1 VALUES (5, 1), (6, NULL);
INSERT INTO h0 VALUES (1), (2), (NULL);
