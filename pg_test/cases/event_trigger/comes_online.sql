-- Event triggers that come, or are enabled, with the strategy online: not before the stages behind the transaction, which they would refuse.
-- @options {"strategy": "online", "event_triggers": "disable"}
-- @both
CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'refused: % %', tg_event, tg_tag; END$$;
-- @target
CREATE TABLE public.t (a integer, b text);
CREATE EVENT TRIGGER enabled ON ddl_command_start EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER stays ON ddl_command_start EXECUTE FUNCTION public.refuse();
ALTER EVENT TRIGGER enabled DISABLE;
-- @source
CREATE TABLE public.t (a integer NOT NULL, b text CHECK (b <> ''));
CREATE INDEX i ON public.t (a);
CREATE EVENT TRIGGER comes ON ddl_command_start EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER enabled ON ddl_command_start EXECUTE FUNCTION public.refuse();
CREATE EVENT TRIGGER stays ON ddl_command_start EXECUTE FUNCTION public.refuse();
COMMENT ON EVENT TRIGGER comes IS 'x';
-- @rows
INSERT INTO public.t VALUES (1, 'x');
