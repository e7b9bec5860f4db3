-- Indexes on a tree of partitions that is there: made on all, with options, comments and another name on one partition.
-- @both
CREATE SCHEMA other;
CREATE TABLE public.p (a int, b int, t text) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE other.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20) PARTITION BY LIST (b);
CREATE TABLE other.p21 PARTITION OF other.p2 FOR VALUES IN (1);
-- @source
CREATE INDEX "All of them" ON public.p (lower(t), a DESC) WHERE b > 0;
CREATE INDEX opts ON public.p (a) WITH (fillfactor = 70);
CREATE INDEX "P2 idx" ON other.p2 (b);
CREATE INDEX ready ON other.p21 (t text_pattern_ops);
CREATE INDEX on_all ON public.p (t text_pattern_ops);
COMMENT ON INDEX public."All of them" IS 'top';
COMMENT ON INDEX other.p21_lower_a_idx IS 'bottom';
-- @rows
INSERT INTO public.p VALUES (1, 1, 'x'), (11, 1, 'y');
-- @rows source
INSERT INTO public.p VALUES (1, 1, 'x'), (11, 1, 'y');
