-- What is set for the database, for all and for one role, with lists, hostile values and parameters of nobody's.
-- @options {"scope": "database"}
-- @both
CREATE SCHEMA "a ""b, c";
-- @target
DO $$BEGIN
  EXECUTE format('ALTER DATABASE %I SET work_mem = %L', current_database(), '1MB');
  EXECUTE format('ALTER DATABASE %I SET search_path = %s', current_database(), '"$user", public');
  EXECUTE format('ALTER ROLE "quo""ted" IN DATABASE %I SET work_mem = %L', current_database(), '1MB');
END$$;
-- @source
DO $$BEGIN
  EXECUTE format('ALTER DATABASE %I SET work_mem = %L', current_database(), '2MB');
  EXECUTE format('ALTER DATABASE %I SET search_path = %s', current_database(), '"a ""b, c", "$user", public');
  EXECUTE format('ALTER DATABASE %I SET "my_app.its" = %L', current_database(), E'it''s \\ "x"; --\nnext');
  EXECUTE format('ALTER ROLE bob IN DATABASE %I SET temp_tablespaces = spare_space, ''''', current_database());
  EXECUTE format('ALTER ROLE "Carol Ünï" IN DATABASE %I SET datestyle = %s', current_database(), 'iso, dmy');
  EXECUTE format('ALTER ROLE "Carol Ünï" IN DATABASE %I SET search_path = %s', current_database(), '''''');
END$$;
