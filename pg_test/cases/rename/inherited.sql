-- A column that is called otherwise is so in all that inherits it, also where it is in a partition key, and a constraint as well; the rows stay.
-- @options {"renames": [{"type": "column", "from": "s.p.list", "to": "range"}, {"type": "column", "from": "s.p.v", "to": "\"V 2\""}, {"type": "column", "from": "s.a.x", "to": "y"}, {"type": "table constraint", "from": "s.a.positive", "to": "is_positive"}, {"type": "column", "from": "s.pub.c", "to": "d"}]}
-- @options source {"renames": [{"type": "column", "from": "s.p.range", "to": "list"}, {"type": "column", "from": "s.p.\"V 2\"", "to": "v"}, {"type": "column", "from": "s.a.y", "to": "x"}, {"type": "table constraint", "from": "s.a.is_positive", "to": "positive"}, {"type": "column", "from": "s.pub.d", "to": "c"}]}
-- @target
CREATE SCHEMA s;
CREATE TABLE s.p (list int, v text, PRIMARY KEY (list)) PARTITION BY LIST (list);
CREATE TABLE s.p1 PARTITION OF s.p FOR VALUES IN (1);
CREATE TABLE s.p2 PARTITION OF s.p FOR VALUES IN (2) PARTITION BY RANGE (list);
CREATE TABLE s.p21 PARTITION OF s.p2 DEFAULT;
CREATE INDEX ON s.p (v) WHERE v <> '';
CREATE TABLE s.a (x int, CONSTRAINT positive CHECK (x > 0));
CREATE TABLE s.b (z int) INHERITS (s.a);
CREATE TABLE s.c (x int, w text) INHERITS (s.b);
CREATE INDEX c_x ON s.c (x, w);
CREATE VIEW s.w AS SELECT v AS value FROM s.p WHERE list = 1;
CREATE TABLE s.pub (id int, c int, e int GENERATED ALWAYS AS (c + 1) STORED, PRIMARY KEY (id, c));
CREATE PUBLICATION pub FOR TABLE s.pub (id, c) WHERE (id > 0 AND c > 1);
CREATE STATISTICS s.st ON c, (c % 2) FROM s.pub;
-- @source
CREATE SCHEMA s;
CREATE TABLE s.p (range int, "V 2" text, PRIMARY KEY (range)) PARTITION BY LIST (range);
CREATE TABLE s.p1 PARTITION OF s.p FOR VALUES IN (1);
CREATE TABLE s.p2 PARTITION OF s.p FOR VALUES IN (2) PARTITION BY RANGE (range);
CREATE TABLE s.p21 PARTITION OF s.p2 DEFAULT;
CREATE INDEX p_v_idx ON s.p ("V 2") WHERE "V 2" <> '';
CREATE TABLE s.a (y int, CONSTRAINT is_positive CHECK (y > 0));
CREATE TABLE s.b (z int) INHERITS (s.a);
CREATE TABLE s.c (y int, w text) INHERITS (s.b);
CREATE INDEX c_x ON s.c (y, w);
CREATE VIEW s.w AS SELECT "V 2" AS value FROM s.p WHERE range = 1;
CREATE TABLE s.pub (id int, d int, e int GENERATED ALWAYS AS (d + 1) STORED, PRIMARY KEY (id, d));
CREATE PUBLICATION pub FOR TABLE s.pub (id, d) WHERE (id > 0 AND d > 1);
CREATE STATISTICS s.st ON d, (d % 2) FROM s.pub;
-- @rows
INSERT INTO s.p VALUES (1, 'x'), (2, 'y');
INSERT INTO s.c VALUES (1, 2, 'w');
INSERT INTO s.pub VALUES (1, 2);
-- @rows source
INSERT INTO s.p VALUES (1, 'x'), (2, 'y');
INSERT INTO s.c VALUES (1, 2, 'w');
INSERT INTO s.pub VALUES (1, 2);
