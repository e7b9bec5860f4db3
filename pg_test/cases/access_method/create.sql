-- Access methods with tables, indexes and classes on them.
-- @source
CREATE FUNCTION public.heap2(internal) RETURNS table_am_handler LANGUAGE internal STRICT AS 'heap_tableam_handler';
CREATE ACCESS METHOD "My Heap" TYPE TABLE HANDLER public.heap2;
COMMENT ON ACCESS METHOD "My Heap" IS 'it''s a heap';
CREATE ACCESS METHOD gist2 TYPE INDEX HANDLER gisthandler;
CREATE OPERATOR CLASS public.box_ops DEFAULT FOR TYPE box USING gist2 AS
  OPERATOR 1 <<, OPERATOR 2 &<, OPERATOR 3 &&, OPERATOR 4 &>, OPERATOR 5 >>, OPERATOR 6 ~=, OPERATOR 7 @>, OPERATOR 8 <@,
  FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
  FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal),
  FUNCTION 7 gist_box_same(box, box, internal);
CREATE TABLE public.t (b box) USING "My Heap";
CREATE INDEX i ON public.t USING gist2 (b);
CREATE MATERIALIZED VIEW public.m USING "My Heap" AS SELECT 1 AS n;
-- @rows source
INSERT INTO public.t VALUES ('(1,1),(0,0)');
-- @lossy source table public.t, materialized view public.m
