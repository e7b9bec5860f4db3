-- Sub-partitions come, go, and move to another branch; the default partition stays in the way.
-- @target
CREATE TABLE public.p (k integer, d date, v text DEFAULT 'x') PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1) PARTITION BY RANGE (d);
CREATE TABLE public.p1_2020 PARTITION OF public.p1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2) PARTITION BY RANGE (d);
CREATE TABLE public.moves PARTITION OF public.p1 DEFAULT;
CREATE TABLE public.pd PARTITION OF public.p DEFAULT;
-- @source
CREATE TABLE public.p (k integer, d date, v text DEFAULT 'y', w integer) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1, 3) PARTITION BY RANGE (d);
CREATE TABLE public.p1_2020 PARTITION OF public.p1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE public.p1_2021 PARTITION OF public.p1 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2) PARTITION BY RANGE (d);
CREATE TABLE public.moves PARTITION OF public.p2 DEFAULT;
CREATE TABLE public.pd PARTITION OF public.p DEFAULT;
CREATE TABLE public.p4 PARTITION OF public.p FOR VALUES IN (4) PARTITION BY HASH (v);
CREATE TABLE public.p4_0 PARTITION OF public.p4 FOR VALUES WITH (modulus 1, remainder 0);
-- @rows
INSERT INTO public.p VALUES (1, '2020-05-05'), (9, '2020-05-05');
-- @rows source
INSERT INTO public.p VALUES (1, '2020-05-05'), (9, '2020-05-05');
-- @lossy source table column public.p.w, table column public.p1.w, table column public.p1_2020.w, table column public.pd.w
