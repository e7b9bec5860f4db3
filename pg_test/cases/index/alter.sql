-- What ALTER INDEX changes in place, with the comment kept.
-- @target
CREATE TABLE public.t (id int, body tsvector);
CREATE INDEX a ON public.t (id) WITH (fillfactor = 50) WHERE id > 1;
CREATE INDEX b ON public.t (id) WITH (fillfactor = 50, deduplicate_items = off);
CREATE INDEX c ON public.t USING gin (body) WITH (fastupdate = off);
CREATE INDEX d ON public.t (id) TABLESPACE spare_space;
CREATE INDEX e ON public.t ((id + 1), id, (id + 2));
ALTER INDEX public.e ALTER COLUMN 1 SET STATISTICS 10;
ALTER INDEX public.e ALTER COLUMN 3 SET STATISTICS 30;
COMMENT ON INDEX public.a IS 'stays';
-- @source
CREATE TABLE public.t (id int, body tsvector);
CREATE INDEX a ON public.t (id) WITH (fillfactor = 60) WHERE id > 1;
CREATE INDEX b ON public.t (id) WITH (deduplicate_items = off);
CREATE INDEX c ON public.t USING gin (body) WITH (gin_pending_list_limit = 100, fastupdate = off);
CREATE INDEX d ON public.t (id);
CREATE INDEX e ON public.t ((id + 1), id, (id + 2));
ALTER INDEX public.e ALTER COLUMN 3 SET STATISTICS 31;
COMMENT ON INDEX public.a IS 'stays';
-- @rows
INSERT INTO public.t VALUES (1, 'x');
