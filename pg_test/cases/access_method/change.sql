-- Another handler of an index's access method: all that stands on it is made anew. A table that moves to another method.
-- @both
CREATE FUNCTION public.bt(internal) RETURNS index_am_handler LANGUAGE internal STRICT AS 'gisthandler';
CREATE FUNCTION public.bt2(internal) RETURNS index_am_handler LANGUAGE internal STRICT AS 'gisthandler';
-- @target
CREATE ACCESS METHOD tree TYPE INDEX HANDLER public.bt;
CREATE TABLE public.u (a int);
-- @source
CREATE ACCESS METHOD tree TYPE INDEX HANDLER public.bt2;
COMMENT ON ACCESS METHOD tree IS 'tree';
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE public.u (a int) USING heap2;
-- @both
CREATE OPERATOR CLASS public.tree_ops DEFAULT FOR TYPE box USING tree AS
  OPERATOR 1 <<, OPERATOR 3 &&, FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal),
  FUNCTION 2 gist_box_union(internal, internal), FUNCTION 5 gist_box_penalty(internal, internal, internal),
  FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal);
CREATE TABLE public.t (a box);
CREATE INDEX i ON public.t USING tree (a);
COMMENT ON INDEX public.i IS 'i';
-- @rows
INSERT INTO public.t VALUES ('(1,1),(0,0)');
INSERT INTO public.u VALUES (1), (2);
-- @rows source
INSERT INTO public.t VALUES ('(1,1),(0,0)');
INSERT INTO public.u VALUES (1), (2);
