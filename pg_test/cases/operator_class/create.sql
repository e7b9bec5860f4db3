-- Classes of every access method, with a family of their own or one that they share; a class under indexes and keys.
-- @both
CREATE SCHEMA "O c";
CREATE TYPE "O c"."T" AS (a int);
CREATE FUNCTION "O c".lt("O c"."T", "O c"."T") RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a < ($2).a';
CREATE FUNCTION "O c".le("O c"."T", "O c"."T") RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a <= ($2).a';
CREATE FUNCTION "O c".eq("O c"."T", "O c"."T") RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a = ($2).a';
CREATE FUNCTION "O c".ge("O c"."T", "O c"."T") RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a >= ($2).a';
CREATE FUNCTION "O c".gt("O c"."T", "O c"."T") RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a > ($2).a';
CREATE FUNCTION "O c".cmp("O c"."T", "O c"."T") RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a - ($2).a';
CREATE FUNCTION "O c".hash("O c"."T") RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a';
-- @source
CREATE OPERATOR "O c".<% (FUNCTION = "O c".lt, LEFTARG = "O c"."T", RIGHTARG = "O c"."T", COMMUTATOR = OPERATOR("O c".>%), NEGATOR = OPERATOR("O c".>=%));
CREATE OPERATOR "O c".<=% (FUNCTION = "O c".le, LEFTARG = "O c"."T", RIGHTARG = "O c"."T", COMMUTATOR = OPERATOR("O c".>=%), NEGATOR = OPERATOR("O c".>%));
CREATE OPERATOR "O c".=% (FUNCTION = "O c".eq, LEFTARG = "O c"."T", RIGHTARG = "O c"."T", COMMUTATOR = OPERATOR("O c".=%), HASHES, MERGES);
CREATE OPERATOR "O c".>=% (FUNCTION = "O c".ge, LEFTARG = "O c"."T", RIGHTARG = "O c"."T", COMMUTATOR = OPERATOR("O c".<=%), NEGATOR = OPERATOR("O c".<%));
CREATE OPERATOR "O c".>% (FUNCTION = "O c".gt, LEFTARG = "O c"."T", RIGHTARG = "O c"."T", COMMUTATOR = OPERATOR("O c".<%), NEGATOR = OPERATOR("O c".<=%));
CREATE OPERATOR CLASS "O c"."T ops" DEFAULT FOR TYPE "O c"."T" USING btree AS
  OPERATOR 1 "O c".<%, OPERATOR 2 "O c".<=%, OPERATOR 3 "O c".=%, OPERATOR 4 "O c".>=%, OPERATOR 5 "O c".>%,
  FUNCTION 1 "O c".cmp("O c"."T", "O c"."T"), FUNCTION 4 btequalimage(oid);
CREATE OPERATOR CLASS "O c"."T hash" DEFAULT FOR TYPE "O c"."T" USING hash AS
  OPERATOR 1 "O c".=%, FUNCTION 1 "O c".hash("O c"."T");
ALTER OPERATOR CLASS "O c"."T ops" USING btree OWNER TO alice;
ALTER OPERATOR FAMILY "O c"."T ops" USING btree OWNER TO bob;
COMMENT ON OPERATOR CLASS "O c"."T ops" USING btree IS 'it''s a class';
COMMENT ON OPERATOR FAMILY "O c"."T hash" USING hash IS 'family';
-- The same name for another access method; a family that is shared with the system's types.
CREATE OPERATOR FAMILY "O c"."F" USING btree;
CREATE OPERATOR CLASS "O c"."T hash" FOR TYPE int USING btree FAMILY "O c"."F" AS
  OPERATOR 1 <(int, int), OPERATOR 3 =(int, int), OPERATOR 5 >(int, int), FUNCTION 1 (int, int) btint4cmp(int, int);
CREATE OPERATOR CLASS "O c".for_text FOR TYPE text USING btree FAMILY "O c"."F" AS STORAGE text;
-- @source
CREATE TABLE public.t (v "O c"."T" PRIMARY KEY, n int, UNIQUE (v, n));
CREATE INDEX i ON public.t USING hash (v);
CREATE INDEX j ON public.t (n "O c"."T hash");
CREATE TABLE public.p (n int) PARTITION BY RANGE (n "O c"."T hash");
CREATE TYPE public.r AS RANGE (subtype = "O c"."T", subtype_opclass = "O c"."T ops");
