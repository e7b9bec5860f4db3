-- A role that only the source's server has, named by a grant alone: the script stops before it changes anything.
-- @both
CREATE TABLE public.t (id int);
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
-- @source
DO $$BEGIN
  EXECUTE format('CREATE ROLE %I', 'a ''"role of ' || current_database());
  EXECUTE format('GRANT SELECT ON public.t TO %I', 'a ''"role of ' || current_database());
END$$;
-- @fails role "a '""role of
