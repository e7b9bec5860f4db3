-- A log that becomes partitioned, a range extended, partitions with their own indexes and triggers.
-- @target
CREATE TABLE public.log (id int NOT NULL, at date NOT NULL, what text);
CREATE INDEX log_at ON public.log (at);
CREATE TABLE public.m (id int, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE public.m1 PARTITION OF public.m FOR VALUES FROM ('2020-01-01') TO ('2020-02-01');
CREATE TABLE public.md PARTITION OF public.m DEFAULT;
CREATE TABLE public.l (k text, v int DEFAULT 1) PARTITION BY LIST (k);
CREATE TABLE public.l1 PARTITION OF public.l FOR VALUES IN ('a', 'b') PARTITION BY RANGE (v);
CREATE TABLE public.l11 PARTITION OF public.l1 FOR VALUES FROM (1) TO (10);
-- @source
CREATE TABLE public.log (id int NOT NULL, at date NOT NULL, what text) PARTITION BY RANGE (at);
CREATE INDEX log_at ON public.log (at);
CREATE TABLE public.log_all PARTITION OF public.log FOR VALUES FROM (MINVALUE) TO (MAXVALUE);
CREATE TABLE public.m (id bigint, at date NOT NULL, extra text DEFAULT 'x', PRIMARY KEY (at, id)) PARTITION BY RANGE (at);
CREATE TABLE public.m1 PARTITION OF public.m (extra DEFAULT 'y') FOR VALUES FROM ('2020-01-01') TO ('2020-03-01');
CREATE TABLE public.m2 PARTITION OF public.m FOR VALUES FROM ('2020-03-01') TO ('2020-04-01');
CREATE INDEX m2_extra ON public.m2 (extra);
CREATE TABLE public.l (k text, v int DEFAULT 2, CHECK (v > 0)) PARTITION BY LIST (k);
CREATE TABLE public.l1 PARTITION OF public.l FOR VALUES IN ('a') PARTITION BY RANGE (v);
CREATE TABLE public.l11 PARTITION OF public.l1 FOR VALUES FROM (1) TO (20);
CREATE TABLE public.l2 PARTITION OF public.l FOR VALUES IN ('b', NULL);
CREATE INDEX l_v ON public.l (v);
