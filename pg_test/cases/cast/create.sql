-- Casts of every sort, used by a default, a view and a check.
-- @both
CREATE SCHEMA "C s";
CREATE TYPE "C s"."Mood" AS ENUM ('glad', 'sad');
CREATE TYPE "C s".pair AS (a int, b int);
-- @source
CREATE FUNCTION "C s".to_pair(int, int, bool) RETURNS "C s".pair LANGUAGE sql IMMUTABLE AS 'SELECT row($1, $2)::"C s".pair';
CREATE FUNCTION "C s".to_pair(text) RETURNS "C s".pair LANGUAGE sql IMMUTABLE AS 'SELECT row(length($1), 0)::"C s".pair';
CREATE FUNCTION "C s".of_pair("C s".pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a';
CREATE CAST (text AS "C s"."Mood") WITH INOUT AS IMPLICIT;
CREATE CAST ("C s"."Mood" AS varchar) WITH INOUT AS ASSIGNMENT;
CREATE CAST (int AS "C s".pair) WITH FUNCTION "C s".to_pair(int, int, bool);
CREATE CAST (text AS "C s".pair) WITH FUNCTION "C s".to_pair(text) AS ASSIGNMENT;
CREATE CAST ("C s".pair AS int) WITH FUNCTION "C s".of_pair("C s".pair) AS IMPLICIT;
COMMENT ON CAST (text AS "C s"."Mood") IS 'it''s a cast';
CREATE TABLE public.t (m "C s"."Mood" DEFAULT 'glad'::text, p "C s".pair DEFAULT '12'::text::"C s".pair CHECK (p::int > 0));
CREATE VIEW public.v AS SELECT p::int AS i, m::varchar AS m, 5::"C s".pair AS five FROM public.t;
CREATE FUNCTION public.f(x int DEFAULT (row(1, 2)::"C s".pair)::int) RETURNS "C s".pair LANGUAGE sql AS 'SELECT x::"C s".pair';
