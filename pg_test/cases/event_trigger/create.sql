-- Event triggers that would refuse everything the script does: they are made last, dropped first.
-- @both
CREATE SCHEMA "Other ""s""";
CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'refused: % %', tg_event, tg_tag; END$$;
-- @source
CREATE FUNCTION "Other ""s"""."f;"() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'refused too: %', tg_tag; END$$;
CREATE TYPE public.mood AS ENUM ('sad');
CREATE TABLE public.t (a integer PRIMARY KEY, m public.mood);
CREATE VIEW public.v AS SELECT a FROM public.t;
COMMENT ON TABLE public.t IS 'x';
GRANT SELECT ON public.t TO alice;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO bob;
CREATE PUBLICATION p FOR TABLE public.t;
CREATE EVENT TRIGGER rewrites ON table_rewrite EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER drops ON sql_drop WHEN TAG IN ('DROP VIEW', 'DROP TABLE') EXECUTE FUNCTION "Other ""s"""."f;"();
COMMENT ON EVENT TRIGGER drops IS 'it''s';
ALTER EVENT TRIGGER drops OWNER TO super_role;
CREATE EVENT TRIGGER disabled ON ddl_command_start EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER disabled DISABLE;
CREATE EVENT TRIGGER replica ON ddl_command_end EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER replica ENABLE REPLICA;
CREATE EVENT TRIGGER "It's ""e""; --" ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER "It's ""e""; --" ENABLE ALWAYS;
CREATE EVENT TRIGGER everything ON ddl_command_start EXECUTE FUNCTION public.refuse();
