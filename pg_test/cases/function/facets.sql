-- Owner, grants and comment alone, on overloads.
-- @both
CREATE FUNCTION public.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.f(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.f(int, text) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- @target
ALTER FUNCTION public.f(int) OWNER TO alice;
GRANT EXECUTE ON FUNCTION public.f(int) TO bob WITH GRANT OPTION;
SET ROLE bob;
GRANT EXECUTE ON FUNCTION public.f(int) TO reader_role;
RESET ROLE;
REVOKE ALL ON FUNCTION public.f(text) FROM PUBLIC, postgres;
COMMENT ON FUNCTION public.f(int, text) IS 'a';
-- @source
ALTER FUNCTION public.f(int) OWNER TO bob;
REVOKE ALL ON FUNCTION public.f(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.f(text) TO alice, "Carol Ünï";
COMMENT ON FUNCTION public.f(int, text) IS 'b';
COMMENT ON FUNCTION public.f(text) IS 'c';
