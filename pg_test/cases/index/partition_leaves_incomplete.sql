-- A table leaves one whose index not every partition has a part of; its own part goes.
-- @target
CREATE TABLE public.p (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2);
CREATE INDEX p_b ON ONLY public.p (b);
CREATE INDEX p1_b ON public.p1 (b);
ALTER INDEX public.p_b ATTACH PARTITION public.p1_b;
-- @source
CREATE TABLE public.p (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE public.p1 (a integer, b integer);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2);
CREATE INDEX p_b ON ONLY public.p (b);
-- @rows
INSERT INTO public.p VALUES (1, 2), (2, 3);
-- @rows source
INSERT INTO public.p1 VALUES (1, 2);
