-- Columns go and come with what hangs on them: constraints, indexes, triggers, rules, policies.
-- @target
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.r (id int PRIMARY KEY, gone int UNIQUE);
CREATE TABLE public.t (id int PRIMARY KEY, gone int CONSTRAINT t_gone REFERENCES public.r (gone), c circle,
    CONSTRAINT ck CHECK (gone > id), CONSTRAINT u UNIQUE (gone, id), CONSTRAINT x EXCLUDE USING gist (c WITH &&) WHERE (gone > 0));
CREATE INDEX i ON public.t (id) WHERE gone > 1;
CREATE INDEX i2 ON public.t ((gone + 1));
CREATE TRIGGER tr AFTER UPDATE OF gone ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
CREATE TRIGGER tr2 AFTER UPDATE ON public.t FOR EACH ROW WHEN (NEW.gone > 1) EXECUTE FUNCTION public.tf();
CREATE RULE ru AS ON UPDATE TO public.t WHERE NEW.gone > 1 DO INSTEAD NOTHING;
CREATE POLICY po ON public.t USING (gone > 1);
-- @source
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.r (id int PRIMARY KEY);
CREATE TABLE public.t (id int PRIMARY KEY, c circle);
CREATE INDEX i ON public.t (id);
-- @rows
INSERT INTO public.t VALUES (1, NULL, '<(0,0),1>');
-- @rows source
INSERT INTO public.t VALUES (1, '<(0,0),1>');
-- @lossy table column public.r.gone, table column public.t.gone
