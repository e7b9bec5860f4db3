-- Two states of everyday schemas, whose names stand above each: enumcol, kindswap, fnkind, ident, gen, excl, ext, matstack, rls, trig.
-- @target
-- enumcol
CREATE TYPE mood AS ENUM ('sad','ok','happy');
CREATE TABLE person (id int PRIMARY KEY, m mood DEFAULT 'ok', ms mood[] DEFAULT '{sad,ok}', CHECK (m <> 'sad' OR ms = ARRAY['sad']::mood[]));
CREATE INDEX person_m ON person (m) WHERE m = 'happy';
CREATE VIEW happy AS SELECT * FROM person WHERE m = 'happy';
CREATE FUNCTION moody(m mood DEFAULT 'ok') RETURNS mood LANGUAGE sql IMMUTABLE AS $$SELECT m$$;
-- kindswap
CREATE TABLE ks (id int, n text);
CREATE VIEW ks_v AS SELECT * FROM ks;
-- fnkind
CREATE FUNCTION fk(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE VIEW fkv AS SELECT fk(1) AS x;
-- ident
CREATE TABLE idt (id serial PRIMARY KEY, v text);
CREATE TABLE idt_ref (idt int REFERENCES idt);
CREATE VIEW idt_v AS SELECT id, v FROM idt;
-- gen
CREATE TABLE g (a int, b int, c int GENERATED ALWAYS AS (a + b) STORED);
CREATE INDEX g_c ON g (c);
CREATE VIEW g_v AS SELECT c FROM g;
-- excl
CREATE EXTENSION btree_gist;
CREATE TABLE booking (room int, during tstzrange, CONSTRAINT booking_room_during_excl EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room > 0) DEFERRABLE INITIALLY DEFERRED);
-- ext
CREATE SCHEMA extensions; CREATE EXTENSION citext SCHEMA extensions; CREATE EXTENSION hstore SCHEMA extensions; CREATE EXTENSION pg_trgm SCHEMA extensions; CREATE EXTENSION ltree SCHEMA extensions;
CREATE TABLE ex (email extensions.citext UNIQUE, attrs extensions.hstore DEFAULT 'a=>1', path extensions.ltree, t text);
CREATE INDEX ex_p ON ex USING gist (path); CREATE INDEX ex_t ON ex USING gin (t extensions.gin_trgm_ops); CREATE INDEX ex_a ON ex USING gin (attrs);
-- matstack
CREATE TABLE ms (id int PRIMARY KEY, a int, c date);
CREATE VIEW ms1 AS SELECT id, a, c FROM ms;
CREATE MATERIALIZED VIEW ms2 AS SELECT a, c, count(*) AS n FROM ms1 GROUP BY a, c WITH NO DATA;
CREATE INDEX ms2_i ON ms2 (a, c) WHERE n > 1;
CREATE MATERIALIZED VIEW ms3 AS SELECT sum(n) AS s, max(c) AS x FROM ms2 WITH NO DATA;
CREATE FUNCTION ms4() RETURNS ms3 LANGUAGE sql AS 'SELECT * FROM public.ms3';
-- rls
CREATE FUNCTION who() RETURNS uuid LANGUAGE sql STABLE AS $$SELECT current_setting('app.t', true)::uuid$$;
CREATE TABLE ten (id uuid PRIMARY KEY, tenant uuid NOT NULL, body text);
ALTER TABLE ten FORCE ROW LEVEL SECURITY;
CREATE POLICY p1 ON ten TO PUBLIC USING (tenant = who());
CREATE POLICY p2 ON ten FOR UPDATE TO alice USING (EXISTS (SELECT 1 FROM ten t WHERE t.tenant = who())) WITH CHECK (id IS NOT NULL);
-- trig
CREATE SCHEMA audit;
CREATE FUNCTION audit.tr_f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NULL; END$$;
CREATE TABLE tr_base (id int, a text, upd timestamptz);
CREATE VIEW tr AS SELECT * FROM tr_base;
CREATE TRIGGER t1 INSTEAD OF UPDATE ON tr FOR EACH ROW EXECUTE FUNCTION audit.tr_f();
CREATE TRIGGER t2 AFTER TRUNCATE ON tr_base EXECUTE FUNCTION audit.tr_f();
-- @source
-- enumcol
CREATE TYPE mood AS ENUM ('ok','great','happy','sad');
CREATE TABLE person (id bigint PRIMARY KEY, m mood NOT NULL DEFAULT 'great', ms mood[] NOT NULL DEFAULT ARRAY['great'::mood]);
CREATE INDEX person_m ON person (m, id) WHERE m IN ('happy', 'great');
CREATE MATERIALIZED VIEW happy AS SELECT * FROM person WHERE m >= 'great';
CREATE FUNCTION moody(m mood) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT m::text$$;
-- kindswap
CREATE TABLE ks_base (id int, n text);
CREATE INDEX ks ON ks_base (id);
CREATE TABLE ks_v AS SELECT * FROM ks_base;
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
-- excl
CREATE EXTENSION btree_gist;
CREATE TABLE booking (room uuid, during daterange NOT NULL, cancelled bool DEFAULT false, CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled));
-- ext
CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION pg_trgm;
CREATE DOMAIN email AS citext CHECK (VALUE ~ '@');
CREATE TABLE ex (email email NOT NULL, attrs hstore, t text, path text);
CREATE INDEX ex_t ON ex USING gist (t gist_trgm_ops (siglen=32)); CREATE INDEX ex_a ON ex USING gist (attrs); CREATE INDEX ex_e ON ex USING hash (email);
CREATE VIEW ex_v AS SELECT attrs -> 'q' AS e, similarity(t, 'x') AS s FROM ex;
-- matstack
CREATE TABLE ms (id int PRIMARY KEY, b text);
CREATE MATERIALIZED VIEW ms2 AS SELECT b, count(*) AS n FROM ms GROUP BY b;
CREATE MATERIALIZED VIEW ms1 AS SELECT n FROM ms2;
CREATE VIEW ms3 AS SELECT m.n, x.b FROM ms1 m JOIN ms2 x USING (n);
GRANT SELECT (b) ON ms3 TO bob;
-- rls
CREATE TABLE member (usr name, tenant text, PRIMARY KEY (usr, tenant));
CREATE TABLE ten (id int PRIMARY KEY, tenant text, body text);
ALTER TABLE ten ENABLE ROW LEVEL SECURITY;
CREATE POLICY p1 ON ten FOR DELETE USING (tenant IN (SELECT m.tenant FROM member m WHERE m.usr = current_user));
CREATE VIEW ten_v WITH (security_barrier = true) AS SELECT * FROM ten;
-- trig
CREATE TABLE tr (id int, a text) PARTITION BY RANGE (id);
CREATE TABLE tr_log PARTITION OF tr FOR VALUES FROM (1) TO (10);
CREATE FUNCTION tr_f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
CREATE TRIGGER t1 AFTER UPDATE ON tr FOR EACH ROW EXECUTE FUNCTION tr_f();
CREATE TRIGGER t2 BEFORE INSERT ON tr_log FOR EACH ROW EXECUTE FUNCTION tr_f();
ALTER TABLE tr_log DISABLE TRIGGER t1;
