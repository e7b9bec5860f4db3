-- Tables that stay are attached and detached, and a bound changes.
-- @target
CREATE TABLE public.p (k integer, x text) PARTITION BY RANGE (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 (x text, k integer);
CREATE TABLE public.p3 PARTITION OF public.p FOR VALUES FROM (20) TO (30);
CREATE TABLE public.pd PARTITION OF public.p DEFAULT;
-- @source
CREATE TABLE public.p (k integer, x text) PARTITION BY RANGE (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (15);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (15) TO (20);
CREATE TABLE public.p3 (k integer, x text);
CREATE TABLE public.pd PARTITION OF public.p DEFAULT;
-- @rows
INSERT INTO public.p VALUES (5, 'a');
-- @rows source
INSERT INTO public.p VALUES (5, 'a');
