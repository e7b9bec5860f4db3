Composite types, nested ones, with collations, comments and facets; one without attributes.
-- @both
CREATE SCHEMA "c s";
-- @source
CREATE TYPE "c s".z_inner AS ("z z" int, a text COLLATE "C", m numeric(5,2)[]);
CREATE TYPE "c s"."A outer" AS (i "c s".z_inner, "is" "c s".z_inner[], "select" timestamp(3) with time zone);
CREATE TYPE public.nothing AS ();
ALTER TYPE "c s"."A outer" OWNER TO alice;
COMMENT ON TYPE "c s"."A outer" IS 'type';
COMMENT ON COLUMN "c s"."A outer"."select" IS 'attribute';
REVOKE USAGE ON TYPE "c s".z_inner FROM PUBLIC;
GRANT USAGE ON TYPE "c s".z_inner TO "quo""ted";
CREATE FUNCTION "c s".f("c s"."A outer") RETURNS SETOF "c s".z_inner LANGUAGE sql AS 'SELECT ($1).i';
CREATE TABLE public.rowtype (a int, b text);
CREATE TYPE public.of_row AS (r public.rowtype, n int);
