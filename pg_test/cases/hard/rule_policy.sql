-- A rule that uses a new column; rules in turn; a policy for another role; a policy's command.
-- @both
CREATE TABLE public.log (id int, what text);
-- @target
CREATE TABLE public.t (id int, a int);
CREATE RULE r AS ON INSERT TO public.t DO ALSO INSERT INTO public.log VALUES (new.id, 'i');
CREATE RULE u AS ON UPDATE TO public.t WHERE old.a <> new.a DO INSTEAD NOTHING;
CREATE POLICY p ON public.t FOR SELECT TO alice USING (id > 0);
CREATE POLICY q ON public.t AS PERMISSIVE FOR ALL TO PUBLIC USING (true);
-- @source
CREATE TABLE public.t (id int, b text, c int DEFAULT 3);
CREATE RULE r AS ON INSERT TO public.t DO ALSO INSERT INTO public.log VALUES (new.id, new.b || new.c);
CREATE RULE u AS ON UPDATE TO public.t WHERE old.b <> new.b DO INSTEAD (INSERT INTO public.log VALUES (old.id, old.b); DELETE FROM public.log WHERE id = new.c);
CREATE POLICY p ON public.t FOR UPDATE TO bob, "Carol Ünï" USING (c > 0) WITH CHECK (b <> '');
CREATE POLICY q ON public.t AS RESTRICTIVE FOR ALL TO PUBLIC USING (true);
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE public.t DISABLE RULE r;
-- @rows
INSERT INTO public.log VALUES (1, 'x');
-- @lossy table column public.t.a
-- @lossy source table column public.t.b, table column public.t.c
