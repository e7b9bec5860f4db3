-- Replaced in place, and made anew where the server refuses: an argument renamed, other OUT arguments, a default removed.
-- @target
CREATE PROCEDURE public.body(a int) LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE public.renamed(a int) LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE public.outs(IN a int, OUT b int) LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE public.defaults(a int DEFAULT 1, b int DEFAULT 2) LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE public.becomes(a int) LANGUAGE sql AS 'SELECT 1';
-- @source
CREATE PROCEDURE public.body(a int) LANGUAGE sql SECURITY DEFINER AS 'SELECT 2';
CREATE PROCEDURE public.renamed("A" int) LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE public.outs(IN a int, OUT b text) LANGUAGE sql AS $$SELECT 'x'$$;
CREATE PROCEDURE public.defaults(a int, b int DEFAULT 3) LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION public.becomes(a int) RETURNS void LANGUAGE sql AS 'SELECT 1';
-- @both
GRANT EXECUTE ON PROCEDURE public.body TO bob;
COMMENT ON PROCEDURE public.outs IS 'c';
ALTER PROCEDURE public.renamed OWNER TO alice;
REVOKE ALL ON ROUTINE public.becomes FROM PUBLIC;
