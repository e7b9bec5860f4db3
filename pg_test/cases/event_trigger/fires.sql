-- An event trigger that is on both sides, equal, and acts on what the script does: it is left to, and told.
-- @both
CREATE TABLE public.log (tag text);
CREATE FUNCTION public.note() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE NOTICE '% %', tg_event, tg_tag; END$$;
CREATE EVENT TRIGGER "Notes ""it""; --" ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION public.note();
CREATE EVENT TRIGGER never ON ddl_command_end WHEN TAG IN ('CREATE VIEW') EXECUTE FUNCTION public.note();
-- @source
CREATE TABLE public.t (a integer);
-- @expect
-- event trigger "Notes ""it""; --" fires for what the script does
CREATE TABLE public.t (
    a integer
)
ALTER TABLE public.t OWNER TO postgres
