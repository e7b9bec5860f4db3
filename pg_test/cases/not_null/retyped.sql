-- A column gets another type, or expression, while children call its NOT NULL otherwise: 18 refuses that for those that declare it, and
-- calls those of partitions as their table's.
-- @server 18
-- @both
CREATE SCHEMA "S";
-- @target
CREATE TABLE "S".p (id integer PRIMARY KEY, a integer NOT NULL, g integer GENERATED ALWAYS AS (a + 1) STORED NOT NULL, CONSTRAINT positive CHECK (a > 0));
-- @source
CREATE TABLE "S".p (id bigint PRIMARY KEY, a bigint NOT NULL, g integer GENERATED ALWAYS AS (2) STORED NOT NULL, CONSTRAINT positive CHECK (a > 0));
-- @both
CREATE TABLE other (z integer);
CREATE TABLE "S".child (own text, CONSTRAINT "child id" NOT NULL id, CONSTRAINT cg NOT NULL g, PRIMARY KEY (id)) INHERITS ("S".p, other);
CREATE TABLE grandchild (CONSTRAINT gid NOT NULL id, CONSTRAINT ga NOT NULL a) INHERITS ("S".child);
COMMENT ON CONSTRAINT gid ON grandchild IS 'grandchild''s';
CREATE TABLE alike () INHERITS ("S".p);
CREATE TABLE ref (id bigint REFERENCES "S".p);
-- @target
CREATE TABLE t (k integer, v integer NOT NULL, w integer NOT NULL) PARTITION BY LIST (k);
CREATE TABLE t1 (k integer, v integer CONSTRAINT "t1 v" NOT NULL, w integer CONSTRAINT "w, old" NOT NULL) PARTITION BY LIST (k);
CREATE TABLE t11 (k integer, v integer CONSTRAINT "t11 v" NOT NULL, w integer CONSTRAINT w11 NOT NULL);
-- @source
CREATE TABLE t (k integer, v bigint NOT NULL, w bigint CONSTRAINT tw NOT NULL) PARTITION BY LIST (k);
CREATE TABLE t1 (k integer, v bigint CONSTRAINT "t1 v" NOT NULL, w bigint CONSTRAINT "w, new" NOT NULL) PARTITION BY LIST (k);
CREATE TABLE t11 (k integer, v bigint CONSTRAINT "t11 v" NOT NULL, w bigint CONSTRAINT w11 NOT NULL);
-- @both
ALTER TABLE t ATTACH PARTITION t1 DEFAULT;
ALTER TABLE t1 ATTACH PARTITION t11 FOR VALUES IN (1);
COMMENT ON CONSTRAINT "t11 v" ON t11 IS 'kept';
-- @rows
INSERT INTO "S".p VALUES (1, 1);
INSERT INTO "S".child (id, a, own) VALUES (2, 2, 'x');
INSERT INTO grandchild (id, a, own) VALUES (3, 3, 'y');
INSERT INTO t VALUES (1, 2, 3);
-- @rows source
INSERT INTO "S".p VALUES (1, 1);
INSERT INTO "S".child (id, a, own) VALUES (2, 2, 'x');
INSERT INTO t VALUES (1, 2, 3);
