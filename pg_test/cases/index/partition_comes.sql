-- A partition joins a table that has indexes, or leaves it and keeps its own.
-- @target
CREATE TABLE public.p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE INDEX whole ON public.p (b);
CREATE TABLE public.bare (a int, b int);
CREATE TABLE public.has (a int, b int);
CREATE INDEX "Has own" ON public.has (b);
-- @source
CREATE TABLE public.p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);
CREATE INDEX whole ON public.p (b);
CREATE TABLE public.bare PARTITION OF public.p FOR VALUES FROM (20) TO (30);
CREATE TABLE public.has (a int, b int);
CREATE INDEX "Has own" ON public.has (b);
ALTER TABLE public.p ATTACH PARTITION public.has FOR VALUES FROM (30) TO (40);
-- @rows
INSERT INTO public.p VALUES (1, 1);
INSERT INTO public.bare VALUES (21, 1);
INSERT INTO public.has VALUES (31, 1);
-- @lossy source table public.p2
