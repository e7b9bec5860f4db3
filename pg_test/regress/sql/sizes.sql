-- The plan says how big what a step rewrites or reads is, as far as the server has counted; nothing else changes with it.
\c :source
CREATE SCHEMA s;
CREATE TABLE s.big (id integer CHECK (id > 0), note varchar(10));
CREATE TABLE s.uncounted (id integer CHECK (id > 0));
CREATE TABLE s.filled (id bigint);
CREATE TABLE s.parted (id integer CHECK (id > 0)) PARTITION BY LIST (id);
CREATE TABLE s.part_1 PARTITION OF s.parted FOR VALUES IN (1);
CREATE TABLE s.part_2 PARTITION OF s.parted FOR VALUES IN (2);
CREATE TABLE s.part_3 PARTITION OF s.parted FOR VALUES IN (3);
CREATE VIEW s.view AS SELECT id FROM s.big;
CREATE MATERIALIZED VIEW s.sums AS SELECT sum(v.id), count(f.*) FROM s.view AS v JOIN s.filled AS f USING (id);
CREATE TABLE s.pk (id integer PRIMARY KEY);
CREATE TABLE s.fk (id integer REFERENCES s.pk);
\c :target
CREATE SCHEMA s;
CREATE TABLE s.big (id integer, note varchar(5));
CREATE TABLE s.uncounted (id integer);
CREATE TABLE s.filled (id integer);
CREATE TABLE s.parted (id integer) PARTITION BY LIST (id);
CREATE TABLE s.part_1 PARTITION OF s.parted FOR VALUES IN (1);
CREATE TABLE s.part_2 PARTITION OF s.parted FOR VALUES IN (2);
CREATE TABLE s.part_3 PARTITION OF s.parted FOR VALUES IN (3);
CREATE VIEW s.view AS SELECT id FROM s.big;
CREATE TABLE s.pk (id integer PRIMARY KEY);
CREATE TABLE s.fk (id integer);
\set options '{"schemas": ["s"]}'
SELECT pgdiff.fingerprint('current', :'options') AS fingerprint, md5(string_agg(c::text, ';')) AS compared
  FROM pgdiff.compare(:'source', options => :'options') AS c \gset
SELECT md5(pgdiff.script(:'source', options => :'options')) AS script \gset
INSERT INTO s.big SELECT generate_series(1, 1000), 'x';
INSERT INTO s.filled SELECT generate_series(1, 100);
INSERT INTO s.uncounted VALUES (1);
INSERT INTO s.parted SELECT 1 + n % 2 FROM generate_series(1, 20) AS n;
INSERT INTO s.pk SELECT generate_series(1, 30);
INSERT INTO s.fk VALUES (1);
ANALYZE s.big, s.filled, s.part_1, s.part_2, s.parted, s.pk, s.fk;
SELECT left(split_part(statement, E'\n', 1), 90) AS statement, rewrites, scans, rows, bytes
  FROM pgdiff.plan(:'source', options => :'options');
SELECT :'fingerprint' = pgdiff.fingerprint('current', :'options') AS fingerprint,
       :'script' = md5(pgdiff.script(:'source', options => :'options')) AS script,
       :'compared' = (SELECT md5(string_agg(c::text, ';')) FROM pgdiff.compare(:'source', options => :'options') AS c) AS compared;
