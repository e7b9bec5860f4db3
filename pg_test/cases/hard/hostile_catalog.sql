-- Every name is hostile: quotes, dots, spaces, newlines, emoji, reserved words, percent, backslash, dollar quotes, comment signs,
-- psql's meta-commands and variables; 63 bytes. Nothing but what was planned may run.
-- @both
CREATE FUNCTION public.never() RETURNS void LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''never''; END';
-- @source
CREATE SCHEMA "S."".'; DROP TABLE x; --";
CREATE SCHEMA U&"new\000aline \\q */ /* $$ % 😀";
CREATE TYPE "S."".'; DROP TABLE x; --"."select" AS ENUM ('a''; --', '*/', '$$', E'\\', ':x', '😀');
CREATE TYPE "S."".'; DROP TABLE x; --"."comp.""osite" AS ("from" int, "a.b" text, "*/" text, U&"n\000al" int);
CREATE DOMAIN "S."".'; DROP TABLE x; --"."do$$main" AS text CONSTRAINT "c--" CHECK (VALUE <> '*/ $$ '' \') CONSTRAINT "c*/" CHECK (VALUE <> ':x');
CREATE COLLATION "S."".'; DROP TABLE x; --".":coll" (locale = 'C');
CREATE SEQUENCE "S."".'; DROP TABLE x; --"."seq%s;";
CREATE TABLE "S."".'; DROP TABLE x; --"."table" (
  "a.b" int PRIMARY KEY, """" text COLLATE "S."".'; DROP TABLE x; --".":coll" DEFAULT '''; --', "order" "S."".'; DROP TABLE x; --"."select" DEFAULT 'a''; --',
  U&"new\000aline" int DEFAULT nextval('"S."".''; DROP TABLE x; --"."seq%s;"'), "%I" "S."".'; DROP TABLE x; --"."comp.""osite", "\" "S."".'; DROP TABLE x; --"."do$$main",
  ":v" int GENERATED ALWAYS AS IDENTITY, ":'v'" int GENERATED ALWAYS AS ("a.b" + 1) STORED, "*/" text, "/*" text, "--" text, "\gexec" text, "user" name DEFAULT "current_user"(),
  "123456789012345678901234567890123456789012345678901234567890123" int, "𝒳😀" int,
  CONSTRAINT "check '*/' \! rm" CHECK ("a.b" > 0 AND "--" <> '--'));
CREATE TABLE U&"new\000aline \\q */ /* $$ % 😀"."123456789012345678901234567890123456789012345678901234567890123" (
  "123456789012345678901234567890123456789012345678901234567890123" int UNIQUE REFERENCES "S."".'; DROP TABLE x; --"."table" ("a.b"));
CREATE INDEX "ind;ex ""*/"" \d" ON "S."".'; DROP TABLE x; --"."table" ("order", ("--" || ''';--'), """" COLLATE "S."".'; DROP TABLE x; --".":coll") WHERE "*/" <> '$$';
CREATE FUNCTION "S."".'; DROP TABLE x; --"."fun(c)" ("a;" int, "--" "S."".'; DROP TABLE x; --"."table" DEFAULT NULL, OUT "*/" "S."".'; DROP TABLE x; --"."select")
  LANGUAGE plpgsql AS $xx$BEGIN -- */ $$ $function$ $pgdiff$ \q :x
  END$xx$;
CREATE FUNCTION "S."".'; DROP TABLE x; --"."tr()" () RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE PROCEDURE "S."".'; DROP TABLE x; --"."proc" (INOUT "$1" int) LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE "S."".'; DROP TABLE x; --"."agg%" (int) (SFUNC = int4pl, STYPE = int);
CREATE TRIGGER "tr; --" BEFORE UPDATE OF "order", """" ON "S."".'; DROP TABLE x; --"."table" FOR EACH ROW WHEN (new."--" = '*/') EXECUTE FUNCTION "S."".'; DROP TABLE x; --"."tr()" ('''; --', E'\\', '$$', E'\n\\q\n');
CREATE POLICY "pol; */" ON "S."".'; DROP TABLE x; --"."table" TO "quo""ted", "Carol Ünï" USING ("--" = '$$');
CREATE RULE "ru--le" AS ON DELETE TO "S."".'; DROP TABLE x; --"."table" WHERE old."--" = '*/' DO INSTEAD NOTHING;
CREATE VIEW "S."".'; DROP TABLE x; --"."vi/*ew" ("""", "\", "a.b") AS SELECT "--", "/*", "a.b" FROM "S."".'; DROP TABLE x; --"."table";
CREATE MATERIALIZED VIEW "S."".'; DROP TABLE x; --"."mat ""view" AS SELECT "--" AS ":x", ''';' || E'\n\\q' AS U&"n\000al" FROM "S."".'; DROP TABLE x; --"."vi/*ew" v("--");
CREATE UNIQUE INDEX "on mat" ON "S."".'; DROP TABLE x; --"."mat ""view" (":x");
CREATE TABLE "S."".'; DROP TABLE x; --"."parted;" ("key;" text) PARTITION BY LIST ("key;");
CREATE TABLE "S."".'; DROP TABLE x; --"."part;" PARTITION OF "S."".'; DROP TABLE x; --"."parted;" FOR VALUES IN ('''; --', E'\\', '$$', E'
\\q');
CREATE TABLE "S."".'; DROP TABLE x; --"."chi'ld" ("own" int) INHERITS ("S."".'; DROP TABLE x; --"."table");
CREATE TYPE "S."".'; DROP TABLE x; --"."ran;ge" AS RANGE (subtype = int, multirange_type_name = "S."".'; DROP TABLE x; --"."multi""range");
COMMENT ON TABLE "S."".'; DROP TABLE x; --"."table" IS E'*/ \\ '' $$ -- /* \n\\q\n:x 😀';
COMMENT ON COLUMN "S."".'; DROP TABLE x; --"."table"."--" IS E'line\n\\! touch /tmp/never\n-- x';
COMMENT ON POLICY "pol; */" ON "S."".'; DROP TABLE x; --"."table" IS '''';
COMMENT ON TRIGGER "tr; --" ON "S."".'; DROP TABLE x; --"."table" IS E'\r\n;';
COMMENT ON CONSTRAINT "check '*/' \! rm" ON "S."".'; DROP TABLE x; --"."table" IS '$$';
COMMENT ON SCHEMA U&"new\000aline \\q */ /* $$ % 😀" IS E'\\';
COMMENT ON FUNCTION "S."".'; DROP TABLE x; --"."fun(c)" IS 'f';
GRANT SELECT ("--"), UPDATE ("*/") ON "S."".'; DROP TABLE x; --"."table" TO "quo""ted";
GRANT EXECUTE ON FUNCTION "S."".'; DROP TABLE x; --"."fun(c)" TO "Carol Ünï";
ALTER TABLE "S."".'; DROP TABLE x; --"."table" OWNER TO "quo""ted";
ALTER DEFAULT PRIVILEGES FOR ROLE "quo""ted" IN SCHEMA U&"new\000aline \\q */ /* $$ % 😀" GRANT SELECT ON TABLES TO "Carol Ünï";
