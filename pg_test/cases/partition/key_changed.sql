-- The partition key changes: the table is made anew.
-- @target
CREATE TABLE public.p (k integer, j integer) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
-- @source
CREATE TABLE public.p (k integer, j integer) PARTITION BY RANGE (j);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (100);
-- @rows
INSERT INTO public.p VALUES (1, 7);
-- @rows source
INSERT INTO public.p VALUES (1, 7);
