-- Languages: trusted or not, with owner, privileges, comment and functions in them.
-- @source
CREATE FUNCTION public."Handler"() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION public.inline(internal) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_inline_handler';
CREATE FUNCTION public.validate(oid) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_validator';
CREATE TRUSTED LANGUAGE "My Lang" HANDLER public."Handler" INLINE public.inline VALIDATOR public.validate;
CREATE LANGUAGE wild HANDLER plpgsql_call_handler;
ALTER LANGUAGE "My Lang" OWNER TO alice;
COMMENT ON LANGUAGE "My Lang" IS 'it''s a language';
REVOKE ALL ON LANGUAGE "My Lang" FROM PUBLIC;
GRANT USAGE ON LANGUAGE "My Lang" TO bob WITH GRANT OPTION;
CREATE FUNCTION public.f() RETURNS int LANGUAGE "My Lang" AS 'BEGIN RETURN 1; END';
CREATE FUNCTION public.g() RETURNS int LANGUAGE wild AS 'BEGIN RETURN 1; END';
CREATE VIEW public.v AS SELECT public.f();
