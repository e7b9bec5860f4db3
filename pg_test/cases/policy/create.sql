-- Policies of every form, with hostile names, roles and comments.
-- @both
CREATE TABLE public."Row ""s""" (id int, "user" text);
ALTER TABLE public."Row ""s""" ENABLE ROW LEVEL SECURITY;
CREATE TABLE public.allowed (who name);
CREATE FUNCTION public.may(int) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT true';
-- @source
CREATE POLICY "all" ON public."Row ""s""";
CREATE POLICY "it's; --" ON public."Row ""s""" AS RESTRICTIVE FOR SELECT TO alice, "Carol Ünï", "quo""ted" USING ("user" <> 'it''s');
CREATE POLICY ins ON public."Row ""s""" FOR INSERT TO CURRENT_USER WITH CHECK (public.may(id));
CREATE POLICY up ON public."Row ""s""" FOR UPDATE TO PUBLIC USING ("user" = CURRENT_USER) WITH CHECK (EXISTS (SELECT FROM public.allowed WHERE who = "Row ""s"""."user"));
CREATE POLICY del ON public."Row ""s""" FOR DELETE USING (false);
COMMENT ON POLICY "it's; --" ON public."Row ""s""" IS 'restrictive';
-- @rows
INSERT INTO public."Row ""s""" VALUES (1, 'x');
