-- Functions, options, owner, privileges and comment change in place, while servers, mappings and tables hang on the wrapper.
-- @both
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION file_fdw;
-- @target
CREATE FOREIGN DATA WRAPPER w HANDLER public.file_fdw_handler OPTIONS ("a b" '1', kept 'x', gone 'it''s');
CREATE FOREIGN DATA WRAPPER v VALIDATOR public.postgres_fdw_validator;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR alice SERVER s;
GRANT USAGE ON FOREIGN DATA WRAPPER w TO alice;
COMMENT ON FOREIGN DATA WRAPPER w IS 'one';
-- @source
CREATE FOREIGN DATA WRAPPER w OPTIONS ("a b" '2', kept 'x', "new" '"');
CREATE FOREIGN DATA WRAPPER v HANDLER public.postgres_fdw_handler;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE USER MAPPING FOR alice SERVER s;
ALTER FOREIGN DATA WRAPPER v OWNER TO super_role;
GRANT USAGE ON FOREIGN DATA WRAPPER w TO bob;
COMMENT ON FOREIGN DATA WRAPPER w IS 'two';
