-- A partition is detached while its columns and its former table's change; another changes its parent.
-- @target
CREATE TABLE public.p (k integer, x text, gone integer) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2);
CREATE TABLE public.q (k integer, x text, gone integer) PARTITION BY LIST (k);
-- @source
CREATE TABLE public.p (k integer, x varchar(100)) PARTITION BY LIST (k);
CREATE TABLE public.p1 (k integer, x text, gone bigint);
CREATE TABLE public.q (k integer, x text, gone integer) PARTITION BY LIST (k);
CREATE TABLE public.p2 PARTITION OF public.q FOR VALUES IN (2, 3);
-- @rows
INSERT INTO public.p VALUES (1, 'a', 5), (2, 'b', 6);
-- @lossy table column public.p.gone
