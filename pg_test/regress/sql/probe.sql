-- The option probe: what the rows say moves the risk of the steps.
\c :source
CREATE SCHEMA s;
CREATE TABLE s.parent (id integer PRIMARY KEY);
CREATE TABLE s.bad (id integer NOT NULL UNIQUE, n integer CHECK (n > 0), word varchar(3), parent integer REFERENCES s.parent);
CREATE TABLE s.good (id integer NOT NULL UNIQUE, n integer CHECK (n > 0), word varchar(3), parent integer REFERENCES s.parent);
CREATE TABLE s.big (id integer UNIQUE, n integer CHECK (n > 0));
CREATE TABLE s.indexed (id integer);
CREATE INDEX ON s.indexed (id);
CREATE FUNCTION s.new(integer) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE TABLE s.asks (id integer CHECK (s.new(id)));
\c :target
CREATE SCHEMA s;
CREATE TABLE s.parent (id integer PRIMARY KEY);
CREATE TABLE s.bad (id integer, n integer, word text, parent integer, gone text);
CREATE TABLE s.good (id integer, n integer, word text, parent integer, gone text);
CREATE TABLE s.big (id integer, n integer);
CREATE TABLE s.indexed (id integer);
CREATE TABLE s.asks (id integer);
CREATE TABLE s.empty (id integer);
CREATE TABLE s.full (id integer);
INSERT INTO s.parent VALUES (1);
INSERT INTO s.bad VALUES (1, -1, 'long', 2, 'x'), (1, 0, 'abc', 3, NULL), (NULL, NULL, NULL, NULL, NULL);
INSERT INTO s.good VALUES (1, 1, 'abc', 1), (2, NULL, NULL, NULL);
INSERT INTO s.big SELECT n, n FROM generate_series(1, 300000) AS n;
INSERT INTO s.full VALUES (1);
\set options '{"schemas": ["s"]}'
\set probing '{"schemas": ["s"], "probe": true}'
SELECT left(replace(split_part(p.statement, E'\n', 1), 'ONLY ', ''), 60) AS statement, o.risk AS unasked, p.risk, p.hazards, p.reason
  FROM pgdiff.plan(:'source', options => :'probing') AS p JOIN pgdiff.plan(:'source', options => :'options') AS o USING (step)
 WHERE p.risk <> 'none' OR o.risk <> 'none';
-- The size is measured.
SELECT object_identity, bytes > 8388608 AS much FROM pgdiff.plan(:'source', options => :'probing') WHERE scans AND bytes > 0 ORDER BY 1;
-- A remote target is asked over the connection, and says the same.
CREATE TEMP TABLE here AS SELECT step, risk, hazards, reason FROM pgdiff.plan(:'source', options => :'probing');
CREATE TEMP TABLE there AS SELECT step, risk, hazards, reason FROM pgdiff.plan(:'source', :'target', options => :'probing');
SELECT count(*) > 0 AS any FROM here;
(TABLE here EXCEPT TABLE there) UNION ALL (TABLE there EXCEPT TABLE here);
-- What fails does.
BEGIN;
ALTER TABLE s.bad ADD UNIQUE (id);
ROLLBACK;
-- Nothing else changes with it.
SELECT pgdiff.script(:'source', options => :'options') = pgdiff.script(:'source', options => :'probing') AS script,
       (SELECT array_agg(c) FROM pgdiff.compare(:'source', options => :'options') AS c)
         = (SELECT array_agg(c) FROM pgdiff.compare(:'source', options => :'probing') AS c) AS compare;
