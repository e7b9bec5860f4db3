-- Roles that only the source's server has: the script stops before it changes anything, and names the first.
-- @target
CREATE TABLE public.t (id int);
-- @source
CREATE TABLE public.t (id int, a int);
DO $$BEGIN EXECUTE format('CREATE ROLE %I', 'a ''"role of ' || current_database()); END$$;
DO $$BEGIN EXECUTE format('ALTER TABLE public.t OWNER TO %I', 'a ''"role of ' || current_database()); END$$;
DO $$BEGIN EXECUTE format('CREATE POLICY p ON public.t TO %I', 'a ''"role of ' || current_database()); END$$;
DO $$BEGIN EXECUTE format('GRANT SELECT (a) ON public.t TO %I', 'a ''"role of ' || current_database()); END$$;
DO $$BEGIN EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I GRANT SELECT ON TABLES TO alice', 'a ''"role of ' || current_database()); END$$;
-- @fails role "a '""role of
-- @lossy source table column public.t.a
