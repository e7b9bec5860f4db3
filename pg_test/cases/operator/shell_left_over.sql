-- What is left of operators whose partner went: in no dump, but it keeps schema and type from being dropped.
-- @both
CREATE FUNCTION public.eq(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
-- @target
CREATE SCHEMA "Goes; --";
CREATE TYPE "Goes; --"."T" AS (a integer);
CREATE FUNCTION public.eq("Goes; --"."T", text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR "Goes; --".=== (FUNCTION = public.eq, LEFTARG = "Goes; --"."T", RIGHTARG = text, COMMUTATOR = OPERATOR("Goes; --".====));
CREATE OPERATOR public.=== (FUNCTION = public.eq, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(public.!===));
DROP OPERATOR "Goes; --".=== ("Goes; --"."T", text);
DROP OPERATOR public.=== (integer, integer);
-- @source
CREATE OPERATOR public.!=== (FUNCTION = public.eq, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(public.===));
CREATE OPERATOR public.&&&& (FUNCTION = public.eq, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(public.&&&&&));
DROP OPERATOR public.&&&& (integer, integer);
