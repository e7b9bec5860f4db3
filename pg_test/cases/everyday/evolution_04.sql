-- Two states of everyday schemas, whose names stand above each: enumcol, kindswap, fnkind, ident, gen.
-- @target
-- enumcol
CREATE DOMAIN mood AS text CHECK (VALUE IN ('sad','ok','happy'));
CREATE TABLE person (id int PRIMARY KEY, m mood DEFAULT 'ok', ms mood[] DEFAULT '{sad,ok}');
CREATE INDEX person_m ON person (m) WHERE m = 'happy';
CREATE VIEW happy AS SELECT * FROM person WHERE m = 'happy';
CREATE FUNCTION moody(m mood DEFAULT 'ok') RETURNS mood LANGUAGE sql IMMUTABLE AS $$SELECT m$$;
-- kindswap
CREATE TABLE ks_base (id int, n text);
CREATE MATERIALIZED VIEW ks AS SELECT * FROM ks_base;
CREATE INDEX ks_i ON ks (id);
CREATE VIEW ks_v AS SELECT * FROM ks;
-- fnkind
CREATE AGGREGATE fk(int) (SFUNC = int4pl, STYPE = int);
CREATE VIEW fkv AS SELECT fk(g) AS x FROM generate_series(1,2) g;
-- ident
CREATE TABLE idt (id bigserial PRIMARY KEY, v varchar(10));
CREATE TABLE idt_ref (idt bigint NOT NULL REFERENCES idt ON DELETE CASCADE);
CREATE VIEW idt_v AS SELECT v, id FROM idt;
-- gen
CREATE TABLE g (a bigint, b bigint, c bigint GENERATED ALWAYS AS (a + b) STORED NOT NULL, CHECK (c > 0));
CREATE INDEX g_c ON g ((c + 1));
CREATE VIEW g_v AS SELECT c FROM g;
-- @source
-- enumcol
CREATE TYPE mood AS ENUM ('ok','great','happy','sad');
CREATE TABLE person (id bigint PRIMARY KEY, m mood NOT NULL DEFAULT 'great', ms mood[] NOT NULL DEFAULT ARRAY['great'::mood]);
CREATE INDEX person_m ON person (m, id) WHERE m IN ('happy', 'great');
CREATE MATERIALIZED VIEW happy AS SELECT * FROM person WHERE m >= 'great';
CREATE FUNCTION moody(m mood) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT m::text$$;
-- kindswap
CREATE TYPE ks AS (id int, n text);
CREATE FUNCTION ks_f() RETURNS SETOF ks LANGUAGE sql IMMUTABLE AS $$SELECT 1, 'a'::text$$;
CREATE VIEW ks_v AS SELECT * FROM ks_f();
-- fnkind
CREATE FUNCTION fk(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE VIEW fkv AS SELECT fk(1) AS x;
-- ident
CREATE TABLE idt (id smallserial, v text, PRIMARY KEY (v, id));
CREATE TABLE idt_ref (idt smallint, v text, FOREIGN KEY (v, idt) REFERENCES idt (v, id));
CREATE VIEW idt_v AS SELECT id, v FROM idt GROUP BY id, v;
-- gen
CREATE TABLE g (b int, c int DEFAULT 5);
CREATE VIEW g_v AS SELECT c, b FROM g;
