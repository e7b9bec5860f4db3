-- Rules of every event, conditional, with several actions, on tables and views, switched off and on; hostile names.
-- @both
CREATE SCHEMA "R";
CREATE TABLE public.t (id int, label text);
CREATE TABLE "R"."Log" (what text, "at" timestamptz DEFAULT now());
CREATE VIEW "R"."view" AS SELECT id, label FROM public.t;
-- @source
CREATE RULE "insert" AS ON INSERT TO "R"."view" DO INSTEAD INSERT INTO public.t VALUES (NEW.id, NEW.label) RETURNING t.id, t.label;
CREATE RULE "Up;date--" AS ON UPDATE TO "R"."view" WHERE NEW.label <> 'it''s;' DO INSTEAD (UPDATE public.t SET label = NEW.label WHERE id = OLD.id; INSERT INTO "R"."Log" (what) VALUES ('up;'));
CREATE RULE nothing AS ON UPDATE TO "R"."view" DO INSTEAD NOTHING;
CREATE RULE logged AS ON DELETE TO public.t DO ALSO INSERT INTO "R"."Log" (what) SELECT OLD.label;
CREATE RULE off AS ON INSERT TO public.t WHERE NEW.id < 0 DO INSTEAD NOTHING;
ALTER TABLE public.t DISABLE RULE off;
CREATE RULE noted AS ON UPDATE TO public.t DO ALSO NOTIFY "Kanal ä";
ALTER TABLE public.t ENABLE ALWAYS RULE noted;
COMMENT ON RULE off ON public.t IS 'off';
COMMENT ON RULE "insert" ON "R"."view" IS 'through';
-- @rows
INSERT INTO public.t VALUES (1, 'a');
-- @rows source
INSERT INTO public.t VALUES (1, 'a');
