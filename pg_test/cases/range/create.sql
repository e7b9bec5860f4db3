Range types with every parameter, and their multiranges.
-- @both
CREATE SCHEMA "r s";
-- @source
CREATE FUNCTION "r s".diff(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE TYPE "r s"."float Range" AS RANGE (subtype = float8, subtype_diff = "r s".diff);
CREATE TYPE "r s"."text" AS RANGE (subtype = text, subtype_opclass = text_pattern_ops, collation = "C", multirange_type_name = "r s"."many texts");
CREATE TYPE public.inetrange AS RANGE (subtype = inet);
COMMENT ON TYPE "r s"."text" IS 'range';
ALTER TYPE "r s"."text" OWNER TO bob;
REVOKE ALL ON TYPE "r s"."text" FROM PUBLIC;
CREATE FUNCTION public.f(public.inetrange) RETURNS "r s"."many texts" LANGUAGE sql AS 'SELECT NULL::"r s"."many texts"';
CREATE TYPE public.range_of_range AS RANGE (subtype = public.inetrange);
