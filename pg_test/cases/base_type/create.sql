A base type, its shell and its functions, and a shell that stays one.
-- @both
CREATE SCHEMA "b t";
-- @source
CREATE TYPE "b t"."My Int";
CREATE FUNCTION "b t"."in"(cstring) RETURNS "b t"."My Int" LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION "b t"."out"("b t"."My Int") RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION "b t".recv(internal) RETURNS "b t"."My Int" LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION "b t".send("b t"."My Int") RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE "b t"."My Int" (input = "b t"."in", output = "b t"."out", receive = "b t".recv, send = "b t".send, like = int4, category = 'N', delimiter = ';', default = '42');
COMMENT ON TYPE "b t"."My Int" IS 'base';
COMMENT ON FUNCTION "b t"."in"(cstring) IS 'input';
ALTER TYPE "b t"."My Int" OWNER TO alice;
GRANT USAGE ON TYPE "b t"."My Int" TO bob;
CREATE TYPE "b t".only_shell;
COMMENT ON TYPE "b t".only_shell IS 'shell';
CREATE TABLE public.t (v "b t"."My Int");
CREATE FUNCTION public.f("b t"."My Int") RETURNS int LANGUAGE internal IMMUTABLE STRICT AS 'int4pl';
-- @rows source
INSERT INTO public.t VALUES ('7');
-- @lossy source table public.t
