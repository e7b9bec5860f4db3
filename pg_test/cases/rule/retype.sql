-- A column that rules use changes type: they go before and come after, switched off as they were. The same when a view is rebuilt.
-- @target
CREATE TABLE public.t (id int, label text);
CREATE TABLE public.log (id int);
CREATE VIEW public.v AS SELECT id, label FROM public.t;
CREATE RULE t_log AS ON UPDATE TO public.t WHERE NEW.id > 0 DO ALSO INSERT INTO public.log VALUES (NEW.id);
ALTER TABLE public.t DISABLE RULE t_log;
CREATE RULE v_ins AS ON INSERT TO public.v DO INSTEAD INSERT INTO public.t VALUES (NEW.id, NEW.label);
COMMENT ON RULE t_log ON public.t IS 'log';
COMMENT ON RULE v_ins ON public.v IS 'ins';
-- @source
CREATE TABLE public.t (id bigint, label text);
CREATE TABLE public.log (id bigint);
CREATE VIEW public.v AS SELECT id, label FROM public.t;
CREATE RULE t_log AS ON UPDATE TO public.t WHERE NEW.id > 0 DO ALSO INSERT INTO public.log VALUES (NEW.id);
ALTER TABLE public.t DISABLE RULE t_log;
CREATE RULE v_ins AS ON INSERT TO public.v DO INSTEAD INSERT INTO public.t VALUES (NEW.id, NEW.label);
COMMENT ON RULE t_log ON public.t IS 'log';
COMMENT ON RULE v_ins ON public.v IS 'ins';
-- @rows
INSERT INTO public.t VALUES (1, 'a');
-- @rows source
INSERT INTO public.t VALUES (1, 'a');
