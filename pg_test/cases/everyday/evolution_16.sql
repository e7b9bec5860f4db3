-- Two states of everyday schemas, whose names stand above each: part.
-- @target
-- part
CREATE TABLE ev (id bigint NOT NULL, at timestamptz NOT NULL, kind text NOT NULL DEFAULT 'x', data jsonb, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE ev_2025 PARTITION OF ev FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE ev_2026 PARTITION OF ev FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00') WITH (fillfactor = 70);
CREATE TABLE ev_default PARTITION OF ev DEFAULT;
CREATE INDEX ev_at ON ev (at, kind); CREATE INDEX ev_2026_k ON ev_2026 (kind);
CREATE TABLE ev_ref (id bigint, at timestamptz, FOREIGN KEY (id, at) REFERENCES ev ON DELETE CASCADE);
-- @source
-- part
CREATE TABLE ev (id bigint NOT NULL, at timestamptz NOT NULL, kind text, data jsonb, extra int) PARTITION BY RANGE (at);
CREATE TABLE ev_2024 (id bigint NOT NULL, at timestamptz NOT NULL, kind text, data jsonb, extra int);
CREATE TABLE ev_2025 PARTITION OF ev (CHECK (extra > 0)) FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2025-07-01 00:00:00+00');
CREATE INDEX ev_at ON ONLY ev (at);
CREATE FUNCTION ev_f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER ev_t BEFORE INSERT ON ev FOR EACH ROW EXECUTE FUNCTION ev_f();
