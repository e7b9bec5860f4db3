-- Operators of every sort: pairs, a commutator of itself, a prefix operator, hostile schema, dependents.
-- @both
CREATE SCHEMA "O p";
CREATE TYPE "O p"."Comp Lex" AS (re int, im int);
-- @source
CREATE FUNCTION "O p".lt("O p"."Comp Lex", "O p"."Comp Lex") RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).re < ($2).re';
CREATE FUNCTION "O p".gt("O p"."Comp Lex", "O p"."Comp Lex") RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).re > ($2).re';
CREATE FUNCTION "O p".ge("O p"."Comp Lex", "O p"."Comp Lex") RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).re >= ($2).re';
CREATE FUNCTION "O p".eq("O p"."Comp Lex", "O p"."Comp Lex") RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).re = ($2).re';
CREATE FUNCTION "O p".neg("O p"."Comp Lex") RETURNS "O p"."Comp Lex" LANGUAGE sql IMMUTABLE AS 'SELECT row(-($1).re, -($1).im)::"O p"."Comp Lex"';
CREATE FUNCTION "O p".mixed(int, "O p"."Comp Lex") RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE FUNCTION "O p".mixed("O p"."Comp Lex", int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR "O p".<< (FUNCTION = "O p".lt, LEFTARG = "O p"."Comp Lex", RIGHTARG = "O p"."Comp Lex",
  COMMUTATOR = OPERATOR("O p".>>), NEGATOR = OPERATOR("O p".>>=), RESTRICT = scalarltsel, JOIN = scalarltjoinsel);
CREATE OPERATOR "O p".>> (FUNCTION = "O p".gt, LEFTARG = "O p"."Comp Lex", RIGHTARG = "O p"."Comp Lex",
  COMMUTATOR = OPERATOR("O p".<<));
CREATE OPERATOR "O p".>>= (FUNCTION = "O p".ge, LEFTARG = "O p"."Comp Lex", RIGHTARG = "O p"."Comp Lex",
  NEGATOR = OPERATOR("O p".<<));
CREATE OPERATOR "O p".=== (FUNCTION = "O p".eq, LEFTARG = "O p"."Comp Lex", RIGHTARG = "O p"."Comp Lex",
  COMMUTATOR = OPERATOR("O p".===), NEGATOR = OPERATOR(public.!===), HASHES, MERGES, RESTRICT = eqsel, JOIN = eqjoinsel);
CREATE OPERATOR "O p".@# (FUNCTION = "O p".mixed, LEFTARG = int, RIGHTARG = "O p"."Comp Lex", COMMUTATOR = OPERATOR("O p".#@));
CREATE OPERATOR "O p".#@ (FUNCTION = "O p".mixed, LEFTARG = "O p"."Comp Lex", RIGHTARG = int, COMMUTATOR = OPERATOR("O p".@#));
CREATE OPERATOR "O p".- (FUNCTION = "O p".neg, RIGHTARG = "O p"."Comp Lex");
ALTER OPERATOR "O p".- (NONE, "O p"."Comp Lex") OWNER TO "Carol Ünï";
COMMENT ON OPERATOR "O p".- (NONE, "O p"."Comp Lex") IS 'it''s -- a /* prefix';
ALTER OPERATOR "O p".<< ("O p"."Comp Lex", "O p"."Comp Lex") OWNER TO alice;
COMMENT ON OPERATOR "O p".<< ("O p"."Comp Lex", "O p"."Comp Lex") IS 'less';
CREATE TABLE public.t (a "O p"."Comp Lex", CHECK (NOT a OPERATOR("O p".<<) a), EXCLUDE USING hash (id WITH =), id int);
CREATE VIEW public.v AS SELECT OPERATOR("O p".-) a AS n FROM public.t WHERE a OPERATOR("O p".===) a;
CREATE VIEW public.w AS SELECT n FROM public.v;
