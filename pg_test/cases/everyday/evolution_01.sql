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
CREATE TABLE booking (room int, during tsrange, EXCLUDE USING gist (room WITH =, during WITH &&));
-- ext
CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION pg_trgm; CREATE EXTENSION ltree;
CREATE TABLE ex (email citext UNIQUE, attrs hstore DEFAULT 'a=>1', path ltree, t text);
CREATE INDEX ex_p ON ex USING gist (path); CREATE INDEX ex_t ON ex USING gin (t gin_trgm_ops); CREATE INDEX ex_a ON ex USING gin (attrs);
CREATE VIEW ex_v AS SELECT attrs -> 'a' AS a, path @> 'x' AS p, email FROM ex WHERE email = 'A@b';
-- matstack
CREATE TABLE ms (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW ms1 AS SELECT id, a, b FROM ms;
CREATE UNIQUE INDEX ms1_i ON ms1 (id);
CREATE MATERIALIZED VIEW ms2 AS SELECT a, count(*) AS n FROM ms1 GROUP BY a;
CREATE VIEW ms3 AS SELECT sum(n) AS s FROM ms2;
CREATE FUNCTION ms4() RETURNS SETOF ms3 LANGUAGE sql AS 'SELECT * FROM public.ms3';
GRANT SELECT ON ms2 TO alice; COMMENT ON MATERIALIZED VIEW ms1 IS 'one';
-- rls
CREATE TABLE ten (id uuid PRIMARY KEY, tenant text, body text);
ALTER TABLE ten ENABLE ROW LEVEL SECURITY;
CREATE POLICY p1 ON ten USING (tenant = current_user);
CREATE POLICY p2 ON ten FOR INSERT WITH CHECK (true);
-- trig
CREATE TABLE tr (id int, a text, upd timestamptz);
CREATE TABLE tr_log (at timestamptz DEFAULT now(), what jsonb);
CREATE FUNCTION tr_f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN NEW.upd := now(); RETURN NEW; END$$;
CREATE TRIGGER t1 BEFORE UPDATE ON tr FOR EACH ROW EXECUTE FUNCTION tr_f();
CREATE TRIGGER t2 AFTER INSERT OR DELETE ON tr FOR EACH STATEMENT EXECUTE FUNCTION tr_f('x', '1');
-- @source
-- enumcol
CREATE DOMAIN mood AS text CHECK (VALUE IN ('sad','ok','happy'));
CREATE TABLE person (id int PRIMARY KEY, m mood DEFAULT 'ok', ms mood[] DEFAULT '{sad,ok}');
CREATE INDEX person_m ON person (m) WHERE m = 'happy';
CREATE VIEW happy AS SELECT * FROM person WHERE m = 'happy';
CREATE FUNCTION moody(m mood DEFAULT 'ok') RETURNS mood LANGUAGE sql IMMUTABLE AS $$SELECT m$$;
-- kindswap
CREATE SEQUENCE ks;
CREATE VIEW ks_v AS SELECT last_value::int AS id, 'x'::text AS n FROM ks;
-- fnkind
CREATE FUNCTION fk(a int, b int DEFAULT 2) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE VIEW fkv AS SELECT fk(1) AS x;
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
