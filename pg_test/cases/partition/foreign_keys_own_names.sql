-- Foreign keys of partitions that were theirs before they became the table's, and have names of their own.
-- @both
CREATE TABLE public.refers (a int, b int, UNIQUE (a, b));
CREATE TABLE public.leaves (a int, b int, FOREIGN KEY (a, b) REFERENCES public.refers (a, b));
-- @target
CREATE TABLE public.old (a int, b int, FOREIGN KEY (a, b) REFERENCES public.refers (a, b)) PARTITION BY LIST (a);
ALTER TABLE public.old ATTACH PARTITION public.leaves FOR VALUES IN (1);
-- @source
CREATE TABLE public.whole (a int, b int) PARTITION BY RANGE (a);
ALTER TABLE public.whole ADD CONSTRAINT whole_key FOREIGN KEY (a, b) REFERENCES public.refers (a, b);
CREATE TABLE public.part (a int, b int, CONSTRAINT "Own" FOREIGN KEY (a, b) REFERENCES public.refers (a, b)) PARTITION BY RANGE (b);
CREATE TABLE public.part_1 PARTITION OF public.part FOR VALUES FROM (0) TO (10);
CREATE TABLE public.part_2 (b int, a int, CONSTRAINT other FOREIGN KEY (a, b) REFERENCES public.refers (a, b));
ALTER TABLE public.part ATTACH PARTITION public.part_2 FOR VALUES FROM (10) TO (20);
ALTER TABLE public.whole ATTACH PARTITION public.part FOR VALUES FROM (0) TO (100);
CREATE TABLE public.taken (a int, b int, CONSTRAINT whole_key CHECK (a > 0));
ALTER TABLE public.whole ATTACH PARTITION public.taken FOR VALUES FROM (100) TO (200);
