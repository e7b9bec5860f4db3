-- Everything that the option takes is renamed, with what depends on it; the rows stay.
-- @options {"renames": [{"type": "table", "from": "s.t", "to": "\"New T\""}, {"type": "column", "from": "s.t.a", "to": "\"b c\""}, {"type": "table constraint", "from": "s.t.chk", "to": "checked"}, {"type": "index", "from": "s.i", "to": "i2"}, {"type": "sequence", "from": "s.q", "to": "q2"}, {"type": "enum value", "from": "s.mood.sad", "to": "\"un happy\""}, {"type": "enum value", "from": "s.mood.x", "to": "y"}, {"type": "function", "from": "s.f(s.mood)", "to": "f2"}, {"type": "type", "from": "s.comp", "to": "comp2"}, {"type": "view", "from": "s.v", "to": "v2"}, {"type": "trigger", "from": "s.t.tr", "to": "tr2"}, {"type": "policy", "from": "s.t.p", "to": "p2"}]}
-- @options source {"renames": [{"type": "table", "from": "s.\"New T\"", "to": "t"}, {"type": "column", "from": "s.\"New T\".\"b c\"", "to": "a"}, {"type": "table constraint", "from": "s.\"New T\".checked", "to": "chk"}, {"type": "index", "from": "s.i2", "to": "i"}, {"type": "sequence", "from": "s.q2", "to": "q"}, {"type": "enum value", "from": "s.mood.\"un happy\"", "to": "sad"}, {"type": "enum value", "from": "s.mood.y", "to": "x"}, {"type": "function", "from": "s.f2(s.mood)", "to": "f"}, {"type": "type", "from": "s.comp2", "to": "comp"}, {"type": "view", "from": "s.v2", "to": "v"}, {"type": "trigger", "from": "s.\"New T\".tr2", "to": "tr"}, {"type": "policy", "from": "s.\"New T\".p2", "to": "p"}]}
-- @both
CREATE SCHEMA s;
CREATE FUNCTION s.note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- @target
CREATE TYPE s.mood AS ENUM ('sad', 'ok', 'x');
CREATE TYPE s.comp AS (m s.mood);
CREATE SEQUENCE s.q;
CREATE TABLE s.t (id int DEFAULT nextval('s.q') PRIMARY KEY, a s.mood DEFAULT 'sad', c s.comp, CONSTRAINT chk CHECK (a <> 'x'::s.mood), g boolean GENERATED ALWAYS AS (a = 'sad'::s.mood) STORED);
CREATE INDEX i ON s.t (a) WHERE a = 'sad'::s.mood;
CREATE FUNCTION s.f(s.mood) RETURNS s.mood LANGUAGE sql BEGIN ATOMIC SELECT 'sad'::s.mood; END;
CREATE VIEW s.v AS SELECT id, a FROM s.t WHERE a IN ('sad', 'ok');
CREATE VIEW s.w AS SELECT s.f(a) AS f FROM s.v;
CREATE TRIGGER tr BEFORE UPDATE OF a ON s.t FOR EACH ROW WHEN (new.a = 'sad'::s.mood) EXECUTE FUNCTION s.note();
CREATE POLICY p ON s.t USING (a = 'sad'::s.mood);
CREATE TABLE s.r (id int REFERENCES s.t, t s.t);
-- @source
CREATE TYPE s.mood AS ENUM ('un happy', 'ok', 'y');
CREATE TYPE s.comp2 AS (m s.mood);
CREATE SEQUENCE s.q2;
CREATE TABLE s."New T" (id int DEFAULT nextval('s.q2') CONSTRAINT t_pkey PRIMARY KEY, "b c" s.mood DEFAULT 'un happy', c s.comp2, CONSTRAINT checked CHECK ("b c" <> 'y'::s.mood), g boolean GENERATED ALWAYS AS ("b c" = 'un happy'::s.mood) STORED);
CREATE INDEX i2 ON s."New T" ("b c") WHERE "b c" = 'un happy'::s.mood;
CREATE FUNCTION s.f2(s.mood) RETURNS s.mood LANGUAGE sql BEGIN ATOMIC SELECT 'un happy'::s.mood; END;
CREATE VIEW s.v2 AS SELECT id, "b c" AS a FROM s."New T" WHERE "b c" IN ('un happy', 'ok');
CREATE VIEW s.w AS SELECT s.f2(a) AS f FROM s.v2;
CREATE TRIGGER tr2 BEFORE UPDATE OF "b c" ON s."New T" FOR EACH ROW WHEN (new."b c" = 'un happy'::s.mood) EXECUTE FUNCTION s.note();
CREATE POLICY p2 ON s."New T" USING ("b c" = 'un happy'::s.mood);
CREATE TABLE s.r (id int REFERENCES s."New T", t s."New T");
-- @rows
INSERT INTO s.t (a) VALUES ('sad'), ('ok');
-- @rows source
INSERT INTO s."New T" ("b c") VALUES ('un happy'), ('ok');
