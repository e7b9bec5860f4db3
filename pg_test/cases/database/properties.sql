-- Owner, privileges, comment, labels, limits of the database, beside what is in it.
-- @options {"scope": "database"}
-- @target
CREATE TABLE public.t (a integer);
DO $$BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO reader_role', current_database());
END$$;
-- @source
CREATE TABLE public.t (a bigint);
DO $$BEGIN
  EXECUTE format('ALTER DATABASE %I OWNER TO "quo""ted"', current_database());
  EXECUTE format('GRANT CREATE ON DATABASE %I TO alice WITH GRANT OPTION', current_database());
  EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('COMMENT ON DATABASE %I IS %L', current_database(), E'it''s\n-- \\ mine');
  EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 7', current_database());
  EXECUTE format('ALTER DATABASE %I IS_TEMPLATE false', current_database());
  EXECUTE format('SECURITY LABEL FOR dummy ON DATABASE %I IS %L', current_database(), 'of a database');
END$$;
