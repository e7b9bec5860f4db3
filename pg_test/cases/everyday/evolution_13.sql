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
