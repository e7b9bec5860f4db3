-- Replaced in place: handlers, trust; privileges.
-- @both
CREATE FUNCTION public.call() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION public.call2() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
-- @target
CREATE TRUSTED LANGUAGE a HANDLER public.call;
CREATE TRUSTED LANGUAGE b HANDLER public.call;
GRANT USAGE ON LANGUAGE b TO alice;
CREATE TRUSTED LANGUAGE d HANDLER public.call;
GRANT USAGE ON LANGUAGE d TO alice;
-- @source
CREATE LANGUAGE a HANDLER public.call2 VALIDATOR plpgsql_validator;
CREATE LANGUAGE b HANDLER public.call;
COMMENT ON LANGUAGE b IS 'b';
CREATE TRUSTED LANGUAGE d HANDLER public.call2;
REVOKE USAGE ON LANGUAGE d FROM PUBLIC;
ALTER LANGUAGE d OWNER TO bob;
-- @both
CREATE FUNCTION public.f() RETURNS int LANGUAGE a AS 'BEGIN RETURN 1; END';
CREATE FUNCTION public.g() RETURNS int LANGUAGE b AS 'BEGIN RETURN 1; END';
CREATE VIEW public.v AS SELECT public.f(), public.g();
