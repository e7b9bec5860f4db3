-- Event triggers that are on both sides and equal, or differ in their state only: they would refuse what the script does, and are
-- disabled while it runs.
-- @options {"event_triggers": "disable"}
-- @target
CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'refused: % %', tg_event, tg_tag; END$$;
CREATE TABLE public.t (a integer);
CREATE TYPE public.e AS ENUM ('a', 'b', 'c');
CREATE TABLE public.u (e public.e);
CREATE EVENT TRIGGER "It's ""e""
-- DROP" ON ddl_command_start EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER always ON table_rewrite WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER drops ON sql_drop WHEN TAG IN ('ALTER TABLE', 'DROP TYPE') EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER "end" ON ddl_command_end WHEN TAG IN ('COMMENT') EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER always ENABLE ALWAYS;
CREATE EVENT TRIGGER "off" ON ddl_command_start EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER "off" DISABLE;
CREATE EVENT TRIGGER goes_off ON ddl_command_start EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER other_owner ON ddl_command_start EXECUTE FUNCTION public.refuse();
-- @source
CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'refused: % %', tg_event, tg_tag; END$$;
CREATE TABLE public.t (a bigint, b text);
CREATE TYPE public.e AS ENUM ('a', 'b');
CREATE TABLE public.u (e public.e);
COMMENT ON TABLE public.t IS 'x';
CREATE EVENT TRIGGER "It's ""e""
-- DROP" ON ddl_command_start EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER always ON table_rewrite WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER drops ON sql_drop WHEN TAG IN ('ALTER TABLE', 'DROP TYPE') EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER "end" ON ddl_command_end WHEN TAG IN ('COMMENT') EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER always ENABLE ALWAYS;
CREATE EVENT TRIGGER "off" ON ddl_command_start EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER "off" DISABLE;
CREATE EVENT TRIGGER goes_off ON ddl_command_start EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER goes_off DISABLE;
CREATE EVENT TRIGGER other_owner ON ddl_command_start EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER other_owner OWNER TO super_role;
-- @rows
INSERT INTO public.t VALUES (1);
INSERT INTO public.u VALUES ('a');
-- @rows source
INSERT INTO public.t VALUES (1);
INSERT INTO public.u VALUES ('a');
