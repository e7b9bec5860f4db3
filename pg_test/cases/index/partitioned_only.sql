-- An index ON ONLY a partitioned table is invalid until all partitions have a part of it.
-- @both
CREATE TABLE public.p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);
-- @target
CREATE INDEX whole ON ONLY public.p (b);
CREATE INDEX p1_part ON public.p1 (b);
ALTER INDEX public.whole ATTACH PARTITION public.p1_part;
-- @source
CREATE INDEX whole ON ONLY public.p (b);
CREATE INDEX p1_part ON public.p1 (b);
ALTER INDEX public.whole ATTACH PARTITION public.p1_part;
CREATE INDEX p2_part ON public.p2 (b);
ALTER INDEX public.whole ATTACH PARTITION public.p2_part;
-- @rows
INSERT INTO public.p VALUES (1, 1), (11, 1);
