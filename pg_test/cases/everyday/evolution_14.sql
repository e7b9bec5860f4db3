-- Two states of everyday schemas, whose names stand above each: part, chain, dom.
-- @target
-- part
CREATE TABLE ev (id bigint NOT NULL, at timestamptz NOT NULL, kind text, data jsonb) PARTITION BY RANGE (at);
CREATE TABLE ev_2024 PARTITION OF ev FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');
CREATE TABLE ev_2025 PARTITION OF ev FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE INDEX ev_at ON ev (at); CREATE UNIQUE INDEX ev_u ON ev (id, at);
-- chain
CREATE TABLE c0 (id int PRIMARY KEY, a int, b text, d numeric(10,2));
CREATE VIEW c1 AS SELECT id, a, b FROM c0;
CREATE VIEW c2 AS SELECT id, a + 1 AS a1, b FROM c1;
CREATE VIEW c3 AS SELECT a1, count(*) AS n FROM c2 GROUP BY a1;
CREATE RULE c2_ins AS ON INSERT TO c2 DO INSTEAD INSERT INTO c0 (id, a) VALUES (NEW.id, NEW.a1);
CREATE FUNCTION c_f(c2) RETURNS text LANGUAGE sql AS 'SELECT $1.b';
GRANT SELECT ON c3 TO reader_role; ALTER VIEW c1 ALTER COLUMN a SET DEFAULT 3; COMMENT ON COLUMN c2.a1 IS 'x';
-- dom
CREATE DOMAIN posint AS int CHECK (VALUE > 0);
CREATE DOMAIN code AS varchar(5) NOT NULL DEFAULT 'a';
CREATE TYPE addr AS (street text, zip code, n posint);
CREATE TABLE cust (id posint PRIMARY KEY, a addr, codes code[], c code COLLATE "C");
CREATE FUNCTION dom_f(posint, addr) RETURNS code LANGUAGE sql IMMUTABLE AS $$SELECT 'x'::public.code$$;
CREATE INDEX cust_i ON cust (dom_f(id, a));
-- @source
-- part
CREATE TABLE ev (id bigint PRIMARY KEY, at timestamptz NOT NULL, kind text, data json);
CREATE INDEX ev_at ON ev (at); CREATE INDEX ev_brin ON ev USING brin (at);
CREATE TABLE ev_2024 (LIKE ev INCLUDING ALL);
CREATE TABLE ev_2025 (LIKE ev INCLUDING INDEXES, CHECK (at >= '2025-01-01')) INHERITS (ev);
-- chain
CREATE TABLE c0 (id int PRIMARY KEY, a int, b text);
CREATE RECURSIVE VIEW c1 (n) AS VALUES (1) UNION ALL SELECT n + 1 FROM c1 WHERE n < 10;
CREATE VIEW c2 AS WITH w AS (SELECT n FROM c1) SELECT w.n AS id, c0.a AS a1, c0.b FROM w LEFT JOIN c0 ON c0.id = w.n;
CREATE TABLE c3 AS SELECT 1 AS a1, 2::bigint AS n;
CREATE FUNCTION c_f(c0) RETURNS text LANGUAGE sql AS 'SELECT $1.b';
-- dom
CREATE TYPE posint AS RANGE (subtype = int);
CREATE TABLE cust (id int PRIMARY KEY, a posint, codes text[], c text);
CREATE FUNCTION dom_f(posint) RETURNS bool LANGUAGE sql IMMUTABLE AS $$SELECT isempty($1)$$;
CREATE INDEX cust_i ON cust USING gist (a) WHERE NOT dom_f(a);
