-- Servers with type, version, options, hostile names, owners, privileges and comments; with their wrapper and without it.
-- @both
CREATE EXTENSION postgres_fdw;
CREATE FOREIGN DATA WRAPPER there;
-- @source
CREATE FOREIGN DATA WRAPPER "new; --";
CREATE SERVER plain FOREIGN DATA WRAPPER there;
CREATE SERVER "It's ""s""; --" TYPE 'a ''type''' VERSION '1.0 "x"' FOREIGN DATA WRAPPER "new; --" OPTIONS ("Key ü" 'value ''x''', "order" '');
CREATE SERVER pg FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a.example', port '5433', dbname 'x y', extensions 'plpgsql');
ALTER SERVER pg OWNER TO alice;
GRANT USAGE ON FOREIGN SERVER pg TO "Carol Ünï", reader_role WITH GRANT OPTION;
GRANT USAGE ON FOREIGN SERVER plain TO PUBLIC;
REVOKE ALL ON FOREIGN SERVER "It's ""s""; --" FROM postgres;
COMMENT ON SERVER pg IS 'it''s';
