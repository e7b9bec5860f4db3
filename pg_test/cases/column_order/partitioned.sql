-- The order of columns of partitioned tables, of partitions and of tables that inherit.
-- @options {"ignore": ["!column_order"]}
-- @target
CREATE TABLE public.p (id int, at date, what text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (1) TO (10);
CREATE TABLE public.p2 (at date, id int NOT NULL, what text);
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM (10) TO (20);
CREATE TABLE public.parent (a int, b int);
CREATE TABLE public.child (c int, d int) INHERITS (public.parent);
-- @source
CREATE TABLE public.p (what text, id int, at date, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (1) TO (10);
CREATE TABLE public.p2 (at date, what text, id int NOT NULL);
ALTER TABLE public.p ATTACH PARTITION public.p2 FOR VALUES FROM (10) TO (20);
CREATE TABLE public.parent (b int, a int);
CREATE TABLE public.child (d int, c int) INHERITS (public.parent);
-- @rows
INSERT INTO public.p VALUES (1, '2020-01-01', 'x'), (11, NULL, 'y'); INSERT INTO public.parent VALUES (1, 2); INSERT INTO public.child VALUES (1, 2, 3, 4);
-- @rows source
INSERT INTO public.p VALUES ('x', 1, '2020-01-01'), ('y', 11, NULL); INSERT INTO public.parent VALUES (1, 2); INSERT INTO public.child VALUES (1, 2, 3, 4);
