-- Partitioned indexes and keys that not every partition has a part of.
-- @source
CREATE TABLE public.p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (100);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (100) TO (1000) PARTITION BY RANGE (a);
CREATE TABLE public.p21 PARTITION OF public.p2 FOR VALUES FROM (100) TO (200);
CREATE TABLE public.p22 PARTITION OF public.p2 FOR VALUES FROM (200) TO (300);
CREATE INDEX p22_a ON public.p22 (a);
CREATE INDEX p2_a ON ONLY public.p2 (a);
ALTER INDEX public.p2_a ATTACH PARTITION public.p22_a;
CREATE INDEX p_a ON public.p (a);
CREATE INDEX p_b ON ONLY public.p (b);
CREATE INDEX "all" ON public.p (a, b);
CREATE TABLE public.k (id int NOT NULL, x text) PARTITION BY LIST (id);
CREATE TABLE public.k1 PARTITION OF public.k FOR VALUES IN (1);
CREATE TABLE public.k2 PARTITION OF public.k FOR VALUES IN (2);
ALTER TABLE ONLY public.k ADD CONSTRAINT k_key PRIMARY KEY (id);
ALTER TABLE public.k2 ADD CONSTRAINT "own name" PRIMARY KEY (id);
ALTER INDEX public.k_key ATTACH PARTITION public."own name";
-- @rows source
INSERT INTO public.p VALUES (1, 2), (150, 3), (250, 4);
INSERT INTO public.k VALUES (1, 'one'), (2, 'two');
