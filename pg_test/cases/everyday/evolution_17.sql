-- Two states of everyday schemas, whose names stand above each: part.
-- @target
-- part
CREATE TABLE ev (id bigint NOT NULL, at timestamptz NOT NULL, kind text, data jsonb) PARTITION BY LIST (kind);
CREATE TABLE ev_a PARTITION OF ev FOR VALUES IN ('a', 'b') PARTITION BY HASH (id);
CREATE TABLE ev_a0 PARTITION OF ev_a FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE ev_a1 PARTITION OF ev_a FOR VALUES WITH (MODULUS 2, REMAINDER 1);
CREATE INDEX ev_at ON ev (at);
-- @source
-- part
CREATE TABLE ev (id bigint NOT NULL, at timestamptz NOT NULL, kind text, data jsonb, extra int) PARTITION BY RANGE (at);
CREATE TABLE ev_2024 (id bigint NOT NULL, at timestamptz NOT NULL, kind text, data jsonb, extra int);
CREATE TABLE ev_2025 PARTITION OF ev (CHECK (extra > 0)) FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2025-07-01 00:00:00+00');
CREATE INDEX ev_at ON ONLY ev (at);
CREATE FUNCTION ev_f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER ev_t BEFORE INSERT ON ev FOR EACH ROW EXECUTE FUNCTION ev_f();
