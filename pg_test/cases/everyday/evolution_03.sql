-- Two states of everyday schemas, whose names stand above each: enumcol, kindswap, fnkind, ident, gen, excl, ext.
-- @target
-- enumcol
CREATE TYPE mood AS ENUM ('sad','ok');
CREATE TABLE person (id int PRIMARY KEY, m mood DEFAULT 'sad', ms mood[] DEFAULT '{ok}', CHECK (m <> 'sad'));
CREATE INDEX person_m ON person (m) WHERE m = 'ok';
CREATE VIEW happy AS SELECT * FROM person WHERE m = 'ok';
CREATE FUNCTION moody(m mood DEFAULT 'sad') RETURNS mood LANGUAGE sql IMMUTABLE AS $$SELECT m$$;
-- kindswap
CREATE TABLE ks (id int, n text);
CREATE VIEW ks_v AS SELECT * FROM ks;
-- fnkind
CREATE FUNCTION fk(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE VIEW fkv AS SELECT fk(1) AS x;
-- ident
CREATE TABLE idt (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v text);
CREATE TABLE idt_ref (idt int REFERENCES idt);
CREATE VIEW idt_v AS SELECT id, v FROM idt;
-- gen
CREATE TABLE g (a int, b int, c int GENERATED ALWAYS AS (a * b) STORED);
CREATE INDEX g_c ON g (c);
CREATE VIEW g_v AS SELECT c FROM g;
-- excl
CREATE TABLE booking (room int, during tsrange, UNIQUE (room, during));
CREATE INDEX ON booking USING gist (during);
-- ext
CREATE TABLE ex (email text, attrs jsonb DEFAULT '{"a": 1}', path text, t text);
CREATE UNIQUE INDEX ex_email ON ex (lower(email)); CREATE INDEX ex_a ON ex USING gin (attrs jsonb_path_ops);
CREATE VIEW ex_v AS SELECT attrs ->> 'a' AS a, path LIKE 'x%' AS p, email FROM ex WHERE lower(email) = 'a@b';
-- @source
-- enumcol
CREATE DOMAIN mood AS text CHECK (VALUE IN ('sad','ok','happy'));
CREATE TABLE person (id int PRIMARY KEY, m mood DEFAULT 'ok', ms mood[] DEFAULT '{sad,ok}');
CREATE INDEX person_m ON person (m) WHERE m = 'happy';
CREATE VIEW happy AS SELECT * FROM person WHERE m = 'happy';
CREATE FUNCTION moody(m mood DEFAULT 'ok') RETURNS mood LANGUAGE sql IMMUTABLE AS $$SELECT m$$;
-- kindswap
CREATE DOMAIN ks AS int CHECK (VALUE > 0);
CREATE TABLE ks_v (id ks, n text);
-- fnkind
CREATE FUNCTION fk(INOUT a int, OUT b text) LANGUAGE sql AS $$SELECT a, 'y'::text$$;
CREATE VIEW fkv AS SELECT * FROM fk(1);
-- ident
CREATE TABLE idt (id bigserial PRIMARY KEY, v varchar(10));
CREATE TABLE idt_ref (idt bigint NOT NULL REFERENCES idt ON DELETE CASCADE);
CREATE VIEW idt_v AS SELECT v, id FROM idt;
-- gen
CREATE TABLE g (a bigint, b bigint, c bigint GENERATED ALWAYS AS (a + b) STORED NOT NULL, CHECK (c > 0));
CREATE INDEX g_c ON g ((c + 1));
CREATE VIEW g_v AS SELECT c FROM g;
-- excl
CREATE EXTENSION btree_gist;
CREATE TABLE booking (room uuid, during daterange NOT NULL, cancelled bool DEFAULT false, CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled));
-- ext
CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION pg_trgm;
CREATE DOMAIN email AS citext CHECK (VALUE ~ '@');
CREATE TABLE ex (email email NOT NULL, attrs hstore, t text, path text);
CREATE INDEX ex_t ON ex USING gist (t gist_trgm_ops (siglen=32)); CREATE INDEX ex_a ON ex USING gist (attrs); CREATE INDEX ex_e ON ex USING hash (email);
CREATE VIEW ex_v AS SELECT attrs -> 'q' AS e, similarity(t, 'x') AS s FROM ex;
