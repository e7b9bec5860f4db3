-- Triggers of every form, with hostile names and comments.
-- @both
CREATE SCHEMA "T ""s""";
CREATE FUNCTION "T ""s"""."Fire!"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE "T ""s"""."table" (id int PRIMARY KEY, "from" text, n int);
CREATE TABLE public.other (id int PRIMARY KEY);
CREATE VIEW public.v AS SELECT id, "from" FROM "T ""s"""."table";
-- @source
CREATE TRIGGER "before" BEFORE INSERT OR UPDATE OF "from", n ON "T ""s"""."table" FOR EACH ROW WHEN (NEW."from" IS DISTINCT FROM 'it''s; $$') EXECUTE FUNCTION "T ""s"""."Fire!"('arg', 'it''s \', '"x"');
CREATE TRIGGER "After; --" AFTER UPDATE ON "T ""s"""."table" REFERENCING OLD TABLE AS "Old" NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION "T ""s"""."Fire!"();
CREATE TRIGGER row_tables AFTER INSERT ON "T ""s"""."table" REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE FUNCTION "T ""s"""."Fire!"();
CREATE TRIGGER truncated BEFORE TRUNCATE ON "T ""s"""."table" EXECUTE FUNCTION "T ""s"""."Fire!"();
CREATE CONSTRAINT TRIGGER "Über" AFTER INSERT OR DELETE ON "T ""s"""."table" FROM public.other DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "T ""s"""."Fire!"();
CREATE CONSTRAINT TRIGGER at_once AFTER UPDATE ON public.other FOR EACH ROW WHEN (OLD.id > 0) EXECUTE FUNCTION "T ""s"""."Fire!"();
CREATE TRIGGER instead INSTEAD OF INSERT OR UPDATE OR DELETE ON public.v FOR EACH ROW EXECUTE FUNCTION "T ""s"""."Fire!"();
CREATE TRIGGER statement AFTER DELETE ON public.v EXECUTE FUNCTION "T ""s"""."Fire!"();
CREATE TRIGGER off AFTER INSERT ON public.other EXECUTE FUNCTION "T ""s"""."Fire!"();
CREATE TRIGGER replica AFTER INSERT ON public.other EXECUTE FUNCTION "T ""s"""."Fire!"();
CREATE TRIGGER always AFTER INSERT ON public.other EXECUTE FUNCTION "T ""s"""."Fire!"();
ALTER TABLE public.other DISABLE TRIGGER off;
ALTER TABLE public.other ENABLE REPLICA TRIGGER replica;
ALTER TABLE public.other ENABLE ALWAYS TRIGGER always;
COMMENT ON TRIGGER "Über" ON "T ""s"""."table" IS 'a constraint';
COMMENT ON TRIGGER instead ON public.v IS 'on a view';
-- @rows
INSERT INTO public.other VALUES (1);
-- @rows source
INSERT INTO public.other VALUES (1);
