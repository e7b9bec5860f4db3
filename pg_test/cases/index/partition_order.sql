-- A part that is sorted otherwise than the whole: the server takes it as a part all the same.
-- @both
CREATE TABLE public.p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);
-- @target
CREATE INDEX whole ON public.p (a);
-- @source
CREATE INDEX p1_a_idx ON public.p1 (a DESC);
CREATE INDEX whole ON public.p (a);
-- @rows
INSERT INTO public.p VALUES (1, 1), (2, 1);
