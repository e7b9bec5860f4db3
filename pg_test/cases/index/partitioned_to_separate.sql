-- A partitioned index goes while the partition keeps one of the same name by itself; and comes over it.
-- @both
CREATE TABLE public.p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
-- @target
CREATE INDEX whole ON public.p (b);
COMMENT ON INDEX public.p1_b_idx IS 'part or whole';
-- @source
CREATE INDEX p1_b_idx ON public.p1 (b);
COMMENT ON INDEX public.p1_b_idx IS 'part or whole';
-- @rows
INSERT INTO public.p VALUES (1, 1);
