-- Enabled and disabled in place; event, tags and function make it anew. A retyped key converts a table in between.
-- @target
CREATE FUNCTION public.f() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN END$$;
CREATE FUNCTION public.g() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'refused'; END$$;
CREATE TABLE public.t (a integer, b integer) PARTITION BY LIST (a);
CREATE EVENT TRIGGER state ON ddl_command_end EXECUTE FUNCTION public.f();
CREATE EVENT TRIGGER event ON ddl_command_end EXECUTE FUNCTION public.f();
CREATE EVENT TRIGGER tags ON ddl_command_start WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION public.f();
CREATE EVENT TRIGGER function ON sql_drop EXECUTE FUNCTION public.f();
ALTER EVENT TRIGGER tags DISABLE;
ALTER EVENT TRIGGER tags OWNER TO super_role;
COMMENT ON EVENT TRIGGER tags IS 'kept';
-- @source
CREATE FUNCTION public.f() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN END$$;
CREATE FUNCTION public.g() RETURNS event_trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'refused'; END$$;
CREATE TABLE public.t (a integer, b integer) PARTITION BY LIST (b);
CREATE EVENT TRIGGER state ON ddl_command_end EXECUTE FUNCTION public.f();
CREATE EVENT TRIGGER event ON sql_drop EXECUTE FUNCTION public.f();
CREATE EVENT TRIGGER tags ON ddl_command_start WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION public.f();
CREATE EVENT TRIGGER function ON sql_drop EXECUTE FUNCTION public.g();
ALTER EVENT TRIGGER state DISABLE;
ALTER EVENT TRIGGER tags DISABLE;
ALTER EVENT TRIGGER event OWNER TO super_role;
ALTER EVENT TRIGGER tags OWNER TO super_role;
COMMENT ON EVENT TRIGGER tags IS 'kept';
-- @rows
INSERT INTO public.t SELECT WHERE false;
