-- A partitioned table that others refer to gains and loses partitions; the foreign key is left alone.
-- @both
CREATE TABLE public.p (a int PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.f (a int CONSTRAINT f_p REFERENCES public.p);
-- @source
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);
-- @rows
INSERT INTO public.p VALUES (1);
INSERT INTO public.f VALUES (1);
-- @rows source
INSERT INTO public.p VALUES (1);
INSERT INTO public.f VALUES (1);
-- @lossy source table public.p2
