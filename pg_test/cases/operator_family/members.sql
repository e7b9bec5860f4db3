-- Loose members: added, dropped, changed; what they name comes and goes with them.
-- @both
CREATE SCHEMA "F m";
CREATE FUNCTION "F m".cmp(int, bigint) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0';
CREATE OPERATOR FAMILY "F m"."Fam" USING btree;
CREATE OPERATOR FAMILY public.to_fill USING hash;
ALTER OPERATOR FAMILY "F m"."Fam" USING btree ADD OPERATOR 1 <(int, bigint);
CREATE TABLE public.t (i int);
CREATE OPERATOR CLASS "F m".c FOR TYPE int USING btree FAMILY "F m"."Fam" AS OPERATOR 1 <(int, int), FUNCTION 1 btint4cmp(int, int);
CREATE INDEX i ON public.t (i "F m".c);
-- @target
ALTER OPERATOR FAMILY "F m"."Fam" USING btree ADD FUNCTION 1 (int, bigint) btint48cmp(int, bigint), OPERATOR 3 =(int, bigint);
COMMENT ON OPERATOR FAMILY "F m"."Fam" USING btree IS 'old';
-- @source
CREATE FUNCTION "F m".eq(int, bigint) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE OPERATOR "F m".=== (FUNCTION = "F m".eq, LEFTARG = int, RIGHTARG = bigint);
ALTER OPERATOR FAMILY "F m"."Fam" USING btree ADD FUNCTION 1 (int, bigint) "F m".cmp(int, bigint), OPERATOR 3 "F m".===(int, bigint), OPERATOR 5 >(int, bigint);
ALTER OPERATOR FAMILY public.to_fill USING hash ADD FUNCTION 2 (int, int) hashint4extended(int, bigint);
ALTER OPERATOR FAMILY "F m"."Fam" USING btree OWNER TO alice;
