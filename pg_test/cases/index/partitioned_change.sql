-- A partitioned index changes: definition, options, and what its parts are called and how they are stored.
-- @both
CREATE TABLE public.p (a int, b int, t text) PARTITION BY RANGE (a);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20) PARTITION BY LIST (b);
CREATE TABLE public.p21 PARTITION OF public.p2 FOR VALUES IN (1);
-- @target
CREATE INDEX changes ON public.p (a);
CREATE INDEX named ON public.p (b);
CREATE INDEX options ON public.p (a, b) WITH (fillfactor = 50);
CREATE INDEX stays ON public.p (t);
CREATE INDEX gone_above ON public.p (b, t);
COMMENT ON INDEX public.p1_a_idx IS 'a part';
COMMENT ON INDEX public.p1_b_idx IS 'to be renamed';
-- @source
CREATE INDEX changes ON public.p (a, t);
CREATE INDEX named ON public.p (b);
ALTER INDEX public.p1_b_idx RENAME TO "p1 renamed";
ALTER INDEX public.p21_b_idx RENAME TO p21_renamed;
CREATE INDEX options ON public.p (a, b) WITH (fillfactor = 60);
CREATE INDEX stays ON public.p (t);
ALTER INDEX public.p1_t_idx SET (fillfactor = 90);
ALTER INDEX public.p21_t_idx SET TABLESPACE spare_space;
CREATE INDEX p1_b_t_idx ON public.p1 (b, t);
-- @rows
INSERT INTO public.p VALUES (1, 1, 'x'), (11, 1, 'y');
-- @rows source
INSERT INTO public.p VALUES (1, 1, 'x'), (11, 1, 'y');
