-- A schema with an owner, privileges and a comment; names that need quoting.
-- @source
CREATE SCHEMA sales AUTHORIZATION alice;
GRANT USAGE ON SCHEMA sales TO reader_role;
COMMENT ON SCHEMA sales IS 'what we''ve sold';
CREATE SCHEMA "Odd ""name"" ünï";
