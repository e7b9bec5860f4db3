-- Foreign-data wrappers with and without functions, with options, hostile names, owners, privileges and comments.
-- @both
CREATE EXTENSION postgres_fdw;
CREATE EXTENSION file_fdw;
-- @source
CREATE FOREIGN DATA WRAPPER dummy;
CREATE FOREIGN DATA WRAPPER "It's a ""wrapper""; --" OPTIONS (debug 'true', "quo""ted 'x'" 'it''s \ "here"', "select" '');
CREATE FOREIGN DATA WRAPPER handled HANDLER public.postgres_fdw_handler VALIDATOR public.postgres_fdw_validator;
CREATE FOREIGN DATA WRAPPER read_only HANDLER public.file_fdw_handler;
CREATE FOREIGN DATA WRAPPER checked VALIDATOR postgresql_fdw_validator;
ALTER FOREIGN DATA WRAPPER handled OWNER TO super_role;
GRANT USAGE ON FOREIGN DATA WRAPPER handled TO alice WITH GRANT OPTION;
GRANT USAGE ON FOREIGN DATA WRAPPER "It's a ""wrapper""; --" TO PUBLIC, "Carol Ünï";
REVOKE ALL ON FOREIGN DATA WRAPPER dummy FROM postgres;
COMMENT ON FOREIGN DATA WRAPPER "It's a ""wrapper""; --" IS 'it''s';
