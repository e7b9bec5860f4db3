-- Grants and revokes on members of extensions, beyond those that the extension's script made: only these are compared. The extension
-- is there on both sides.
-- @both
CREATE SCHEMA "Ext ""x";
CREATE EXTENSION hstore WITH SCHEMA "Ext ""x";
CREATE EXTENSION pg_stat_statements;
CREATE EXTENSION postgres_fdw;
-- @target
GRANT EXECUTE ON FUNCTION pg_stat_statements_reset TO reader_role;
GRANT ALL ON pg_stat_statements TO alice;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
-- @source
GRANT EXECUTE ON FUNCTION pg_stat_statements_reset TO "Carol Ünï" WITH GRANT OPTION;
SET ROLE "Carol Ünï";
GRANT EXECUTE ON FUNCTION pg_stat_statements_reset TO bob;
RESET ROLE;
REVOKE SELECT ON pg_stat_statements FROM PUBLIC;
GRANT SELECT (query) ON pg_stat_statements TO "quo""ted";
REVOKE EXECUTE ON FUNCTION "Ext ""x".akeys("Ext ""x".hstore) FROM PUBLIC;
REVOKE USAGE ON TYPE "Ext ""x".hstore FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO alice;
GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO writer_role;
SECURITY LABEL FOR dummy ON TYPE "Ext ""x".hstore IS 'it''s';
SECURITY LABEL FOR "Odd ""p""; --" ON FUNCTION "Ext ""x".akeys("Ext ""x".hstore) IS 'function';
SECURITY LABEL FOR dummy ON COLUMN pg_stat_statements.query IS 'column';
