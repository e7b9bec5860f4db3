-- A column is renamed that a view of only its table takes, which servers from 16 on write without the table.
-- @both
CREATE SCHEMA s;
-- @target
CREATE TABLE s.t (id integer PRIMARY KEY, note text, year integer);
CREATE VIEW s.v AS SELECT id, note, year AS note_year FROM s.t WHERE note <> 'as' AND extract(year FROM now()) > year::numeric;
CREATE MATERIALIZED VIEW s.m AS SELECT lower(note) AS note, count(*) FROM s.t x GROUP BY note;
CREATE VIEW s.e AS SELECT id FROM s.t WHERE EXISTS (SELECT FROM s.t u WHERE u.note = t.note);
-- @source
CREATE TABLE s.t (id integer PRIMARY KEY, "Note 2" text, year integer);
CREATE VIEW s.v AS SELECT id, "Note 2" AS note, year AS note_year FROM s.t WHERE "Note 2" <> 'as' AND extract(year FROM now()) > year::numeric;
CREATE MATERIALIZED VIEW s.m AS SELECT lower("Note 2") AS note, count(*) FROM s.t x GROUP BY "Note 2";
CREATE VIEW s.e AS SELECT id FROM s.t WHERE EXISTS (SELECT FROM s.t u WHERE u."Note 2" = t."Note 2");
-- @options {"renames": [{"type": "column", "from": "s.t.note", "to": "\"Note 2\""}]}
-- @options source {"renames": [{"type": "column", "from": "s.t.\"Note 2\"", "to": "note"}]}
-- @rows
INSERT INTO s.t VALUES (1, 'x', 2020);
-- @rows source
INSERT INTO s.t VALUES (1, 'x', 2020);
