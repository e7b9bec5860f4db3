-- Grants and revokes on what initdb made: tables, columns, views, functions, aggregates, types, schemas, languages; with grant options
-- and grants of grants.
-- @both
CREATE TABLE public.t (a integer);
-- @target
GRANT SELECT (rolname) ON pg_authid TO "quo""ted";
GRANT SELECT ON pg_catalog.pg_largeobject_metadata TO alice WITH GRANT OPTION;
-- @source
GRANT SELECT (rolname, rolsuper) ON pg_authid TO "Carol Ünï";
GRANT SELECT (prosrc), UPDATE (proname) ON pg_proc TO alice;
GRANT SELECT ON pg_largeobject TO reader_role;
GRANT SELECT ON pg_largeobject_metadata TO alice WITH GRANT OPTION;
SET ROLE alice;
GRANT SELECT ON pg_largeobject_metadata TO bob;
RESET ROLE;
REVOKE SELECT ON pg_stat_activity FROM PUBLIC;
REVOKE ALL ON pg_settings FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pg_read_file(text) TO "quo""ted";
REVOKE EXECUTE ON FUNCTION pg_sleep(double precision) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION count() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION lo_import(text), lo_export(oid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lo_import(text) TO writer_role;
REVOKE EXECUTE ON FUNCTION format(text, VARIADIC "any") FROM PUBLIC;
REVOKE USAGE ON TYPE int4 FROM PUBLIC;
GRANT USAGE ON TYPE json TO bob WITH GRANT OPTION;
GRANT CREATE ON SCHEMA pg_catalog TO alice;
REVOKE USAGE ON LANGUAGE sql FROM PUBLIC;
REVOKE USAGE ON SCHEMA information_schema FROM PUBLIC;
GRANT SELECT ON information_schema.sql_parts TO alice;
