-- Transforms come, go, and change in place under a function.
-- @both
CREATE TYPE public."T y" AS (a int);
CREATE FUNCTION public.other(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'prsd_lextype';
-- @target
CREATE TRANSFORM FOR bigint LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int8recv(internal));
-- @source
CREATE TRANSFORM FOR bigint LANGUAGE sql (FROM SQL WITH FUNCTION public.other(internal));
CREATE TRANSFORM FOR public."T y" LANGUAGE sql (FROM SQL WITH FUNCTION public.other(internal));
CREATE TRANSFORM FOR int LANGUAGE plpgsql (TO SQL WITH FUNCTION int4recv(internal));
COMMENT ON TRANSFORM FOR public."T y" LANGUAGE sql IS 'it''s a transform';
-- @both
CREATE FUNCTION public.f(bigint) RETURNS bigint LANGUAGE sql TRANSFORM FOR TYPE bigint AS 'SELECT $1';
