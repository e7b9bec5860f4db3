-- Rules are replaced in place, another event included, and keep whether they fire, and their comments.
-- @target
CREATE TABLE public.t (id int, label text);
CREATE RULE a AS ON INSERT TO public.t WHERE NEW.id < 0 DO INSTEAD NOTHING;
CREATE RULE b AS ON DELETE TO public.t DO ALSO NOTIFY x;
CREATE RULE c AS ON DELETE TO public.t DO ALSO NOTIFY y;
ALTER TABLE public.t DISABLE RULE a;
ALTER TABLE public.t ENABLE REPLICA RULE c;
COMMENT ON RULE a ON public.t IS 'stays';
-- @source
CREATE TABLE public.t (id int, label text);
CREATE RULE a AS ON INSERT TO public.t WHERE NEW.id < 1 DO INSTEAD NOTHING;
CREATE RULE b AS ON UPDATE TO public.t DO ALSO NOTIFY z;
CREATE RULE c AS ON DELETE TO public.t DO ALSO NOTIFY y;
ALTER TABLE public.t DISABLE RULE a;
ALTER TABLE public.t ENABLE ALWAYS RULE b;
COMMENT ON RULE a ON public.t IS 'stays';
-- @rows
INSERT INTO public.t VALUES (1, 'a');
