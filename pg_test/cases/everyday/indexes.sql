-- Indexes of every sort on tables, partitions and materialized views.
-- @both
CREATE TABLE public.t (id int, a text, b jsonb, c tsvector, d int4range, e point, f int[]);
CREATE TABLE public.p (id int, a text) PARTITION BY HASH (id);
CREATE TABLE public.p0 PARTITION OF public.p FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES WITH (MODULUS 2, REMAINDER 1);
-- @target
CREATE INDEX i1 ON public.t (id);
CREATE INDEX i2 ON public.t (a);
CREATE INDEX i3 ON public.t USING gin (b);
CREATE INDEX i4 ON public.t USING brin (id) WITH (pages_per_range = 10);
CREATE INDEX i5 ON public.t USING hash (a);
CREATE INDEX i6 ON public.t USING gist (d);
CREATE UNIQUE INDEX i7 ON public.t (id, a);
CREATE INDEX ip ON public.p (a);
CREATE INDEX ip0 ON public.p0 (id);
-- @source
CREATE INDEX i1 ON public.t (id DESC NULLS LAST, a COLLATE "C" text_pattern_ops);
CREATE INDEX i2 ON public.t (lower(a), (id + 1)) WHERE a IS NOT NULL;
CREATE INDEX i3 ON public.t USING gin (b jsonb_path_ops, c) WITH (fastupdate = off);
CREATE INDEX i4 ON public.t USING brin (id int4_minmax_multi_ops) WITH (pages_per_range = 20, autosummarize = on);
CREATE INDEX i5 ON public.t USING spgist (d);
CREATE INDEX i6 ON public.t USING gist (d, e) INCLUDE (id);
CREATE UNIQUE INDEX i7 ON public.t (id, a) NULLS NOT DISTINCT;
CREATE INDEX i8 ON public.t USING gin (f array_ops) TABLESPACE spare_space;
CREATE INDEX ip ON public.p (a, id);
CREATE INDEX ip0 ON public.p0 (id, a);
CREATE UNIQUE INDEX iu ON public.p (id);
COMMENT ON INDEX public.iu IS 'iu';
