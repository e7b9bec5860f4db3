-- Columns of a partitioned table come, go and change; partitions follow.
-- @target
CREATE TABLE public.p (k integer, gone text, r integer, n integer, d integer DEFAULT 1) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2) PARTITION BY LIST (n);
CREATE TABLE public.p2a PARTITION OF public.p2 DEFAULT;
ALTER TABLE public.p1 ALTER n SET NOT NULL;
-- @source
CREATE TABLE public.p (k integer, r bigint, n integer NOT NULL, d integer DEFAULT 2, added text DEFAULT 'x' NOT NULL) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2) PARTITION BY LIST (n);
CREATE TABLE public.p2a PARTITION OF public.p2 DEFAULT;
ALTER TABLE public.p1 ALTER added SET DEFAULT 'y';
ALTER TABLE public.p2a ALTER d DROP DEFAULT, ALTER r SET STATISTICS 7;
-- @rows
INSERT INTO public.p VALUES (1, 'x', 2, 3), (2, 'x', 2, 3);
-- @lossy table column public.p.gone, table column public.p1.gone, table column public.p2.gone, table column public.p2a.gone
-- @rows source
INSERT INTO public.p VALUES (1, 2, 3), (2, 2, 3);
-- @lossy source table column public.p.added, table column public.p1.added, table column public.p2.added, table column public.p2a.added
