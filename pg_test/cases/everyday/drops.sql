-- Everything that depends on each other goes, or comes.
-- @target
CREATE SCHEMA z AUTHORIZATION alice;
CREATE TYPE z.e AS ENUM ('a'); CREATE DOMAIN z.d AS z.e; CREATE TYPE z.c AS (d z.d, e z.e[]);
CREATE SEQUENCE z.s;
CREATE FUNCTION z.f(z.c) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE z.t (id int DEFAULT nextval('z.s') PRIMARY KEY, c z.c, x int GENERATED ALWAYS AS (z.f(NULL)) STORED, CHECK (z.f(c) > 0));
ALTER SEQUENCE z.s OWNED BY z.t.id;
CREATE TABLE z.u (id int REFERENCES z.t, t z.t);
CREATE FUNCTION z.g(z.u) RETURNS SETOF z.t LANGUAGE sql BEGIN ATOMIC SELECT t.* FROM z.t; END;
CREATE VIEW z.v AS SELECT g.id FROM z.u, z.g(u) g;
CREATE MATERIALIZED VIEW z.m AS SELECT * FROM z.v;
CREATE INDEX mi ON z.m (z.f(NULL), id);
CREATE RULE r AS ON INSERT TO z.v DO INSTEAD INSERT INTO z.u VALUES (new.id, NULL);
CREATE FUNCTION z.tr() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr AFTER INSERT ON z.t FOR EACH ROW EXECUTE FUNCTION z.tr();
CREATE POLICY p ON z.u USING (z.f(NULL) = (SELECT count(*) FROM z.v));
ALTER DEFAULT PRIVILEGES FOR ROLE alice IN SCHEMA z GRANT SELECT ON TABLES TO bob;
CREATE TABLE z.p (id int, e z.e) PARTITION BY LIST (e);
CREATE TABLE z.p1 PARTITION OF z.p FOR VALUES IN ('a');
CREATE INDEX pi ON z.p (id);
CREATE TABLE z.kid (extra int) INHERITS (z.u);
CREATE EXTENSION citext SCHEMA z;
CREATE TABLE z.ci (c z.citext PRIMARY KEY);
CREATE STATISTICS z.st ON id, e FROM z.p;
CREATE PUBLICATION pub FOR TABLE z.t;
-- @lossy table z.t, table z.u, table z.p, table z.p1, table z.kid, table z.ci
