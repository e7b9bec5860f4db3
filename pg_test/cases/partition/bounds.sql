-- Every sort of bound.
-- @both
CREATE SCHEMA parts;
-- @source
CREATE TABLE public.r (a integer, b text, c date) PARTITION BY RANGE (a, c);
CREATE TABLE parts.r1 PARTITION OF public.r FOR VALUES FROM (MINVALUE, MINVALUE) TO (1, '2020-01-01');
CREATE TABLE parts."R 2" PARTITION OF public.r FOR VALUES FROM (1, '2020-01-01') TO (10, MAXVALUE);
CREATE TABLE parts.rd PARTITION OF public.r DEFAULT;
CREATE TABLE public.l (a text NOT NULL DEFAULT 'x', b integer) PARTITION BY LIST (a);
CREATE TABLE parts.l1 PARTITION OF public.l FOR VALUES IN ('it''s', 'ü', NULL);
CREATE TABLE parts.l2 PARTITION OF public.l (b DEFAULT 9 NOT NULL) FOR VALUES IN ('z');
CREATE TABLE public.h (a integer, b text) PARTITION BY HASH (a, b);
CREATE TABLE parts.h0 PARTITION OF public.h FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE parts.h1 PARTITION OF public.h FOR VALUES WITH (modulus 2, remainder 1) PARTITION BY RANGE (a);
CREATE TABLE parts.h1a PARTITION OF parts.h1 FOR VALUES FROM (0) TO (100) WITH (fillfactor = 80);
CREATE TABLE public.e (a integer, b text) PARTITION BY RANGE (lower(b) COLLATE "C" text_pattern_ops, (a + 1));
CREATE TABLE parts.e1 PARTITION OF public.e FOR VALUES FROM ('a', 1) TO ('b', 2);
COMMENT ON TABLE parts.e1 IS 'a partition';
COMMENT ON COLUMN parts.e1.a IS 'its column';
ALTER TABLE parts.e1 OWNER TO alice;
-- @rows source
INSERT INTO public.r VALUES (1, 'x', '2020-01-05');
-- @lossy source table public.r, table parts.r1, table parts."R 2", table parts.rd
