-- Another index of a partition is the part of its table's.
-- @both
CREATE TABLE public.p (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE INDEX p_b ON ONLY public.p (b);
CREATE INDEX one ON public.p1 (b);
CREATE INDEX other ON public.p1 (b);
-- @target
ALTER INDEX public.p_b ATTACH PARTITION public.one;
-- @source
ALTER INDEX public.p_b ATTACH PARTITION public.other;
-- @rows
INSERT INTO public.p VALUES (1, 2);
-- @rows source
INSERT INTO public.p VALUES (1, 2);
