-- Indexes and keys come to, or go from, a partitioned table whose partitions are in other schemas, some with a matching one already.
-- @both
CREATE SCHEMA "P 1";
CREATE SCHEMA p2;
CREATE TABLE public.t (k integer NOT NULL, a integer NOT NULL, b text) PARTITION BY LIST (k);
CREATE TABLE "P 1".one PARTITION OF public.t FOR VALUES IN (1);
CREATE TABLE p2.two PARTITION OF public.t FOR VALUES IN (2) PARTITION BY RANGE (a);
CREATE TABLE "P 1".two_a PARTITION OF p2.two FOR VALUES FROM (0) TO (100);
-- @target
CREATE INDEX "has it" ON "P 1".one (a, b);
CREATE UNIQUE INDEX two_a_key ON "P 1".two_a (k, a);
CREATE INDEX goes ON public.t (b);
-- @source
CREATE INDEX t_ab ON public.t (a, b);
ALTER TABLE public.t ADD CONSTRAINT t_key UNIQUE (k, a);
CREATE INDEX stays_there ON "P 1".one (b);
-- @rows
INSERT INTO public.t VALUES (1, 1, 'x'), (2, 2, 'y');
-- @rows source
INSERT INTO public.t VALUES (1, 1, 'x'), (2, 2, 'y');
