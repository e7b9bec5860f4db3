-- Children and partitions have generation expressions of their own, which stay, change or fall in with the table's.
-- @server 17
-- @target
CREATE TABLE p (a integer, s integer GENERATED ALWAYS AS (a + 1) STORED, u integer GENERATED ALWAYS AS (a) STORED) PARTITION BY LIST (a);
CREATE TABLE p1 (a integer, s integer GENERATED ALWAYS AS (a + 10) STORED, u integer GENERATED ALWAYS AS (a * 7) STORED) PARTITION BY LIST (a);
CREATE TABLE p11 (a integer, s integer GENERATED ALWAYS AS (a + 100) STORED, u integer GENERATED ALWAYS AS (a * 8) STORED);
CREATE TABLE h (a integer, s integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE k (s integer GENERATED ALWAYS AS (a + 5) STORED) INHERITS (h);
CREATE TABLE alike () INHERITS (h);
-- @source
CREATE TABLE p (a integer, s integer GENERATED ALWAYS AS (a + 2) STORED, u integer GENERATED ALWAYS AS (a * 7) STORED) PARTITION BY LIST (a);
CREATE TABLE p1 (a integer, s integer GENERATED ALWAYS AS (a + 10) STORED, u integer GENERATED ALWAYS AS (a * 7) STORED) PARTITION BY LIST (a);
CREATE TABLE p11 (a integer, s integer GENERATED ALWAYS AS (a + 200) STORED, u integer GENERATED ALWAYS AS (a * 7) STORED);
CREATE TABLE h (a integer, s integer GENERATED ALWAYS AS (a + 2) STORED);
CREATE TABLE k (s integer GENERATED ALWAYS AS (a + 5) STORED) INHERITS (h);
CREATE TABLE alike () INHERITS (h);
-- @both
ALTER TABLE p ATTACH PARTITION p1 DEFAULT;
ALTER TABLE p1 ATTACH PARTITION p11 DEFAULT;
CREATE VIEW v AS SELECT s FROM p11;
-- @rows
INSERT INTO p11 VALUES (1);
INSERT INTO k VALUES (1);
INSERT INTO alike VALUES (1);
