-- Partitions dropped one at a time; a partitioned table dropped with all of them, and with one that stays.
-- @target
CREATE TABLE public.p (k integer) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2);
CREATE TABLE public.q (k integer) PARTITION BY LIST (k);
CREATE TABLE public.q1 PARTITION OF public.q FOR VALUES IN (1);
CREATE TABLE public.q2 PARTITION OF public.q FOR VALUES IN (2);
-- @source
CREATE TABLE public.p (k integer) PARTITION BY LIST (k);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2);
CREATE TABLE public.q2 (k integer);
-- @rows
INSERT INTO public.p VALUES (2);
INSERT INTO public.q2 VALUES (2);
