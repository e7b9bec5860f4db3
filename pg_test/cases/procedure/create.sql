-- Procedures, also overloads that only OUT arguments tell apart from a longer one.
-- @both
CREATE SCHEMA "P";
-- @source
CREATE PROCEDURE public.p() LANGUAGE sql AS '';
CREATE PROCEDURE public.p(a int) LANGUAGE plpgsql AS 'BEGIN COMMIT; END';
CREATE PROCEDURE "P"."call"(IN a int, OUT b text, INOUT c int DEFAULT 3) LANGUAGE plpgsql AS 'BEGIN b := a; END';
ALTER PROCEDURE "P"."call" OWNER TO "quo""ted";
GRANT EXECUTE ON PROCEDURE "P"."call" TO alice;
REVOKE ALL ON PROCEDURE "P"."call" FROM PUBLIC;
COMMENT ON PROCEDURE "P"."call" IS 'comment';
CREATE PROCEDURE public.secure(VARIADIC x text[]) LANGUAGE plpgsql SECURITY DEFINER SET search_path TO '' AS 'BEGIN END';
CREATE PROCEDURE public.outs(IN a int, OUT b int) LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE public.outs(IN a int, IN b int) LANGUAGE sql AS 'SELECT 1';
COMMENT ON PROCEDURE public.outs(IN a int, OUT b int) IS 'out';
COMMENT ON PROCEDURE public.outs(IN a int, IN b int) IS 'in';
ALTER PROCEDURE public.outs(IN a int, OUT b int) OWNER TO alice;
