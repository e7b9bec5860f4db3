-- Plain, unique, partial, expression, covering and descending indexes, with a comment.
-- @both
CREATE TABLE public.t (id int, label text, body tsvector);
-- @source
CREATE INDEX t_label ON public.t (label text_pattern_ops DESC NULLS LAST) INCLUDE (id);
CREATE UNIQUE INDEX "t Partial" ON public.t (lower(label)) WHERE id > 10;
CREATE INDEX t_body ON public.t USING gin (body) WITH (fastupdate = off) TABLESPACE spare_space;
ALTER INDEX public.t_label SET (fillfactor = 70);
COMMENT ON INDEX public.t_label IS 'by label';
