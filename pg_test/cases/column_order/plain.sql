-- The order of columns, asked for: the table is made anew with everything on it, its rows copied.
-- @options {"ignore": ["!column_order"]}
-- @both
CREATE SCHEMA s; GRANT USAGE ON SCHEMA s TO PUBLIC;
CREATE FUNCTION s.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- @target
CREATE TABLE s.t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text DEFAULT 'x' NOT NULL, "B b" int UNIQUE, n serial, g int GENERATED ALWAYS AS ("B b" + 1) STORED);
CREATE TABLE s.same (a int, gone int, b int);
CREATE TABLE s.added (a int, b int);
-- @source
CREATE TABLE s.t ("B b" int UNIQUE, g int GENERATED ALWAYS AS ("B b" + 1) STORED, id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n serial, a text DEFAULT 'x' NOT NULL);
CREATE TABLE s.same (a int, b int, come int);
CREATE TABLE s.added (a int, middle int, b int);
-- @both
ALTER TABLE s.t ADD CONSTRAINT c CHECK (a <> ''), ADD CONSTRAINT self FOREIGN KEY ("B b") REFERENCES s.t (id);
CREATE TABLE s.r (id int REFERENCES s.t ON DELETE CASCADE);
CREATE INDEX i ON s.t (lower(a)) WHERE "B b" > 0;
CREATE VIEW s.v AS SELECT * FROM (SELECT id, a, g FROM s.t) x;
CREATE MATERIALIZED VIEW s.m AS SELECT id FROM s.v;
CREATE FUNCTION s.f(s.t) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TRIGGER tr BEFORE UPDATE OF a ON s.t FOR EACH ROW EXECUTE FUNCTION s.note();
ALTER TABLE s.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON s.t TO alice USING (id > 0);
CREATE RULE ru AS ON DELETE TO s.t DO INSTEAD NOTHING;
ALTER TABLE s.t OWNER TO bob;
ALTER TABLE s.t CLUSTER ON t_pkey;
ALTER TABLE s.t REPLICA IDENTITY USING INDEX t_pkey;
ALTER TABLE s.t ALTER a SET STATISTICS 7, ALTER a SET STORAGE MAIN, SET (fillfactor = 70);
COMMENT ON COLUMN s.t.a IS 'a'; COMMENT ON TABLE s.t IS 't';
GRANT SELECT ON s.t TO alice; GRANT UPDATE (a) ON s.t TO reader_role;
-- @lossy table column s.same.gone
-- @lossy source table column s.same.come, table column s.added.middle
-- @rows
INSERT INTO s.t (a, "B b") VALUES ('one', 1), ('two', 2); INSERT INTO s.r VALUES (1); INSERT INTO s.same (a, b) VALUES (1, 2);
-- @rows source
INSERT INTO s.t (a, "B b") VALUES ('one', 1), ('two', 2); INSERT INTO s.r VALUES (1); INSERT INTO s.same (a, b) VALUES (1, 2);
