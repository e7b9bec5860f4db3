-- A retyped column under three levels of views, the middle one with triggers, a rule, grants to grantees of grantees, owners,
-- comments and a default; a materialized view with indexes on top.
-- @both
CREATE SCHEMA s;
GRANT USAGE ON SCHEMA s TO PUBLIC;
CREATE TABLE s.log (what text);
CREATE FUNCTION s.note() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN INSERT INTO s.log VALUES (TG_NAME); RETURN NULL; END$$;
-- @target
CREATE TABLE s.t (id int PRIMARY KEY, amount int);
-- @source
CREATE TABLE s.t (id int PRIMARY KEY, amount bigint);
-- @both
CREATE VIEW s.one AS SELECT id, amount FROM s.t WHERE amount > 0;
GRANT SELECT ON s.t TO alice;
ALTER VIEW s.one OWNER TO alice;
CREATE VIEW s.two AS SELECT id, sum(amount) AS total, max(amount) AS most FROM s.one GROUP BY id;
ALTER VIEW s.two ALTER COLUMN total SET DEFAULT 0;
CREATE TRIGGER "on two" INSTEAD OF INSERT OR UPDATE ON s.two FOR EACH ROW EXECUTE FUNCTION s.note('a''rg');
CREATE TRIGGER stm AFTER DELETE ON s.two FOR EACH STATEMENT EXECUTE FUNCTION s.note();
COMMENT ON TRIGGER "on two" ON s.two IS 'a trigger';
CREATE RULE "a rule" AS ON DELETE TO s.one DO INSTEAD DELETE FROM s.t WHERE id = old.id;
COMMENT ON RULE "a rule" ON s.one IS 'a rule';
COMMENT ON VIEW s.two IS 'two';
COMMENT ON COLUMN s.two.most IS 'most';
GRANT SELECT ON s.two TO bob WITH GRANT OPTION;
SET ROLE bob;
GRANT SELECT ON s.two TO reader_role;
RESET ROLE;
GRANT SELECT (id) ON s.two TO writer_role;
CREATE VIEW s.three AS SELECT x.id, y.most FROM s.two x JOIN s.two y USING (id);
CREATE MATERIALIZED VIEW s.top AS SELECT id, most FROM s.three;
CREATE UNIQUE INDEX top_id ON s.top (id) WHERE most IS NOT NULL;
CREATE INDEX top_most ON s.top ((most + 1) DESC NULLS LAST);
COMMENT ON INDEX s.top_most IS 'an index';
COMMENT ON MATERIALIZED VIEW s.top IS 'top';
COMMENT ON COLUMN s.top.most IS 'most of the top';
GRANT SELECT ON s.top TO reader_role;
CREATE FUNCTION s.f() RETURNS SETOF s.three LANGUAGE sql AS 'SELECT * FROM s.three';
CREATE VIEW s.four AS SELECT f.id FROM s.f();
-- @rows
INSERT INTO s.t VALUES (1, 10), (2, -5);
-- @rows source
INSERT INTO s.t VALUES (1, 10), (2, -5);
