-- Checks of a partitioned table that is there, and those of one partition only.
-- @both
CREATE TABLE public.p (a int, b int) PARTITION BY LIST (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2) PARTITION BY LIST (b);
CREATE TABLE public.p21 PARTITION OF public.p2 FOR VALUES IN (1);
-- @target
ALTER TABLE public.p ADD CONSTRAINT changes CHECK (b > 0);
ALTER TABLE public.p1 ADD CONSTRAINT here CHECK (b < 100);
-- @source
ALTER TABLE public.p ADD CONSTRAINT changes CHECK (b > -1);
ALTER TABLE public.p ADD CONSTRAINT comes CHECK (a > 0);
ALTER TABLE public.p2 ADD CONSTRAINT below CHECK (a > 1);
-- @rows
INSERT INTO public.p VALUES (1, 1), (2, 1);
