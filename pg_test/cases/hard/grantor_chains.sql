-- Owners change with grants by chains of grantors, WITH GRANT OPTION given and taken.
-- @target
CREATE TABLE public.t (id int, a int, b int);
ALTER TABLE public.t OWNER TO alice;
SET ROLE alice; GRANT SELECT, INSERT ON public.t TO bob WITH GRANT OPTION; GRANT UPDATE (a) ON public.t TO bob WITH GRANT OPTION;
SET ROLE bob; GRANT SELECT ON public.t TO reader_role WITH GRANT OPTION; GRANT INSERT ON public.t TO writer_role; GRANT UPDATE (a) ON public.t TO writer_role;
SET ROLE reader_role; GRANT SELECT ON public.t TO PUBLIC; RESET ROLE;
CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION public.f() OWNER TO alice;
REVOKE ALL ON FUNCTION public.f() FROM PUBLIC;
SET ROLE alice; GRANT EXECUTE ON FUNCTION public.f() TO bob WITH GRANT OPTION; SET ROLE bob; GRANT EXECUTE ON FUNCTION public.f() TO carol; RESET ROLE;
CREATE SCHEMA s AUTHORIZATION alice;
SET ROLE alice; GRANT USAGE ON SCHEMA s TO bob WITH GRANT OPTION; SET ROLE bob; GRANT USAGE ON SCHEMA s TO carol; RESET ROLE;
-- @source
CREATE TABLE public.t (id int, a int, b int);
ALTER TABLE public.t OWNER TO "Carol Ünï";
SET ROLE "Carol Ünï"; GRANT SELECT ON public.t TO alice WITH GRANT OPTION; GRANT INSERT ON public.t TO writer_role; GRANT UPDATE (a) ON public.t TO bob; GRANT SELECT (b) ON public.t TO bob WITH GRANT OPTION;
SET ROLE alice; GRANT SELECT ON public.t TO reader_role; GRANT SELECT ON public.t TO bob WITH GRANT OPTION; 
SET ROLE bob; GRANT SELECT (b) ON public.t TO carol; GRANT SELECT ON public.t TO writer_role; RESET ROLE;
REVOKE DELETE ON public.t FROM "Carol Ünï";
CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION public.f() OWNER TO bob;
SET ROLE bob; GRANT EXECUTE ON FUNCTION public.f() TO carol WITH GRANT OPTION; SET ROLE carol; GRANT EXECUTE ON FUNCTION public.f() TO alice; RESET ROLE;
CREATE SCHEMA s AUTHORIZATION bob;
SET ROLE bob; GRANT USAGE, CREATE ON SCHEMA s TO carol WITH GRANT OPTION; SET ROLE carol; GRANT CREATE ON SCHEMA s TO alice; RESET ROLE;
-- @rows
INSERT INTO public.t VALUES (1, 2, 3);
