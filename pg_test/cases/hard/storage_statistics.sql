-- Storage and statistics targets on every kind of column, and of index expressions; storage parameters of constraints' indexes.
-- @both
CREATE TYPE public.comp AS (a text, b text);
CREATE TABLE public.t (id int PRIMARY KEY, a text, b text, n int, p public.comp, arr text[], g text GENERATED ALWAYS AS (a || 'x') STORED);
CREATE TABLE public.child () INHERITS (public.t);
CREATE TABLE public.parted (id int, a text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE public.part1 PARTITION OF public.parted FOR VALUES FROM (1) TO (10);
CREATE MATERIALIZED VIEW public.mv AS SELECT id, a, b FROM public.t;
CREATE INDEX ti ON public.t ((a || 'y'), (n + 1), b);
CREATE INDEX mi ON public.mv ((a || 'y'));
CREATE INDEX pi ON public.parted ((a || 'y'));
CREATE INDEX gone ON public.t ((n * 2));
ALTER TABLE public.t ADD CONSTRAINT u UNIQUE (n) WITH (fillfactor = 60);
ALTER TABLE public.t ADD CONSTRAINT ex EXCLUDE USING btree (n WITH =) WITH (fillfactor = 61);
-- @target
ALTER TABLE public.t ALTER a SET STORAGE EXTERNAL, ALTER arr SET STORAGE MAIN, ALTER n SET STATISTICS 10;
ALTER TABLE public.child ALTER a SET STATISTICS 11;
ALTER MATERIALIZED VIEW public.mv ALTER a SET STATISTICS 12;
ALTER INDEX public.ti ALTER COLUMN 1 SET STATISTICS 13;
ALTER INDEX public.pi ALTER COLUMN 1 SET STATISTICS 14;
ALTER INDEX public.gone ALTER COLUMN 1 SET STATISTICS 15;
ALTER TABLE public.parted ALTER a SET STATISTICS 16;
-- @source
ALTER TABLE public.t ALTER b SET STORAGE MAIN, ALTER p SET STORAGE EXTERNAL, ALTER g SET STORAGE PLAIN, ALTER g SET STATISTICS 0, ALTER p SET STATISTICS 9;
ALTER TABLE public.t ALTER a SET COMPRESSION pglz, ALTER n SET (n_distinct = 5, n_distinct_inherited = -1);
ALTER TABLE public.child ALTER n SET STATISTICS 21;
ALTER MATERIALIZED VIEW public.mv ALTER b SET STATISTICS 22;
ALTER MATERIALIZED VIEW public.mv ALTER a SET STORAGE PLAIN;
ALTER INDEX public.ti ALTER COLUMN 1 SET STATISTICS 0;
ALTER INDEX public.ti ALTER COLUMN 2 SET STATISTICS 23;
ALTER INDEX public.mi ALTER COLUMN 1 SET STATISTICS 24;
ALTER TABLE public.part1 ALTER a SET STATISTICS 25, ALTER a SET STORAGE MAIN;
ALTER INDEX public.t_pkey SET (fillfactor = 55);
ALTER INDEX public.u SET (fillfactor = 65, deduplicate_items = off);
ALTER INDEX public.ex RESET (fillfactor);
ALTER INDEX public.part1_pkey SET (fillfactor = 56);
ALTER INDEX public.t_pkey SET TABLESPACE spare_space;
-- @rows
INSERT INTO public.t (id, a, b, n) VALUES (1, 'a', 'b', 2);
