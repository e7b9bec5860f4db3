-- The partition key changes while a tree of partitions goes and another comes: the rows stay.
-- @target
CREATE TABLE public.p (k integer, r integer, v text) PARTITION BY LIST (k);
CREATE TABLE public.old1 PARTITION OF public.p FOR VALUES IN (1) PARTITION BY RANGE (r);
CREATE TABLE public.old1a PARTITION OF public.old1 FOR VALUES FROM (0) TO (10);
CREATE TABLE public.old2 PARTITION OF public.p DEFAULT;
-- @source
CREATE TABLE public.p (k integer, r integer, v text) PARTITION BY RANGE (r);
CREATE TABLE public.new1 PARTITION OF public.p FOR VALUES FROM (0) TO (10) PARTITION BY LIST (k);
CREATE TABLE public.new1a PARTITION OF public.new1 DEFAULT;
CREATE TABLE public.new2 PARTITION OF public.p DEFAULT;
-- @rows
INSERT INTO public.p VALUES (1, 1, 'x'), (2, 20, 'y');
-- @rows source
INSERT INTO public.p VALUES (1, 1, 'x'), (2, 20, 'y');
