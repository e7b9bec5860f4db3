-- Two states of everyday schemas, whose names stand above each: enumcol, kindswap, fnkind, ident, gen.
-- @target
-- enumcol
CREATE TYPE mood AS (a int, b text);
CREATE TABLE person (id int PRIMARY KEY, m mood DEFAULT ROW(1,'x'), ms mood[]);
CREATE VIEW happy AS SELECT (m).a, (m).b FROM person;
CREATE FUNCTION moody(m mood) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT (m).a$$;
-- kindswap
CREATE TABLE ks_base (id int, n text);
CREATE MATERIALIZED VIEW ks AS SELECT * FROM ks_base;
CREATE INDEX ks_i ON ks (id);
CREATE VIEW ks_v AS SELECT * FROM ks;
-- fnkind
CREATE AGGREGATE fk(int) (SFUNC = int4pl, STYPE = int);
CREATE VIEW fkv AS SELECT fk(g) AS x FROM generate_series(1,2) g;
-- ident
CREATE TABLE idt (id uuid DEFAULT gen_random_uuid() PRIMARY KEY, v text);
CREATE TABLE idt_ref (idt uuid REFERENCES idt);
CREATE VIEW idt_v AS SELECT id, v FROM idt;
-- gen
CREATE TABLE g (a int, b int, c text GENERATED ALWAYS AS ((a + b)::text || 'x') STORED, d tsvector GENERATED ALWAYS AS (to_tsvector('english', a::text)) STORED);
CREATE INDEX g_c ON g USING gin (d);
CREATE VIEW g_v AS SELECT c, d FROM g;
-- @source
-- enumcol
CREATE TYPE mood AS ENUM ('ok','great','happy','sad');
CREATE TABLE person (id bigint PRIMARY KEY, m mood NOT NULL DEFAULT 'great', ms mood[] NOT NULL DEFAULT ARRAY['great'::mood]);
CREATE INDEX person_m ON person (m, id) WHERE m IN ('happy', 'great');
CREATE MATERIALIZED VIEW happy AS SELECT * FROM person WHERE m >= 'great';
CREATE FUNCTION moody(m mood) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT m::text$$;
-- kindswap
CREATE DOMAIN ks AS int CHECK (VALUE > 0);
CREATE TABLE ks_v (id ks, n text);
-- fnkind
CREATE FUNCTION fk(a int) RETURNS SETOF int LANGUAGE sql AS 'SELECT a';
CREATE VIEW fkv AS SELECT x FROM fk(1) x;
-- ident
CREATE TABLE idt (id smallserial, v text, PRIMARY KEY (v, id));
CREATE TABLE idt_ref (idt smallint, v text, FOREIGN KEY (v, idt) REFERENCES idt (v, id));
CREATE VIEW idt_v AS SELECT id, v FROM idt GROUP BY id, v;
-- gen
CREATE TABLE g (b int, c int DEFAULT 5);
CREATE VIEW g_v AS SELECT c, b FROM g;
