-- Two states of everyday schemas, whose names stand above each: part, chain, dom.
-- @target
-- part
CREATE TABLE ev (id bigint NOT NULL, at timestamptz NOT NULL, kind text NOT NULL DEFAULT 'x', data jsonb, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE ev_2025 PARTITION OF ev FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE ev_2026 PARTITION OF ev FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00') WITH (fillfactor = 70);
CREATE TABLE ev_default PARTITION OF ev DEFAULT;
CREATE INDEX ev_at ON ev (at, kind); CREATE INDEX ev_2026_k ON ev_2026 (kind);
CREATE TABLE ev_ref (id bigint, at timestamptz, FOREIGN KEY (id, at) REFERENCES ev ON DELETE CASCADE);
-- chain
CREATE TABLE c0 (id bigint PRIMARY KEY, a bigint, b varchar(30), d numeric(12,4), e bool);
CREATE VIEW c1 AS SELECT id, a, b, e FROM c0 WHERE e;
CREATE VIEW c2 AS SELECT id, a + 1 AS a1, b FROM c1;
CREATE VIEW c3 AS SELECT a1, count(*) AS n FROM c2 GROUP BY a1;
CREATE RULE c2_ins AS ON INSERT TO c2 DO INSTEAD INSERT INTO c0 (id, a) VALUES (NEW.id, NEW.a1) RETURNING c0.id, c0.a, c0.b;
CREATE FUNCTION c_f(c2) RETURNS text LANGUAGE sql AS 'SELECT $1.b';
GRANT SELECT ON c3 TO reader_role, alice WITH GRANT OPTION; COMMENT ON VIEW c2 IS 'y';
-- dom
CREATE DOMAIN posint AS bigint CONSTRAINT pos CHECK (VALUE >= 0) CONSTRAINT lim CHECK (VALUE < 1000);
CREATE DOMAIN code AS text DEFAULT 'b' CHECK (length(VALUE) < 9);
CREATE TYPE addr AS (street text, zip code, n posint, country char(2));
CREATE TABLE cust (id posint PRIMARY KEY, a addr, codes code[], c code COLLATE "C");
CREATE FUNCTION dom_f(posint, addr) RETURNS code LANGUAGE sql IMMUTABLE AS $$SELECT 'x'::public.code$$;
CREATE INDEX cust_i ON cust (dom_f(id, a));
-- @source
-- part
CREATE TABLE ev (id bigint NOT NULL, at timestamptz NOT NULL, kind text, data jsonb) PARTITION BY LIST (kind);
CREATE TABLE ev_a PARTITION OF ev FOR VALUES IN ('a', 'b') PARTITION BY HASH (id);
CREATE TABLE ev_a0 PARTITION OF ev_a FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE ev_a1 PARTITION OF ev_a FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX ev_at ON ev (at);
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
