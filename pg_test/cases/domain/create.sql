Domains with everything CREATE DOMAIN takes, and facets.
-- @both
CREATE SCHEMA "D s";
-- @source
CREATE DOMAIN "D s"."my domain" AS varchar(10) COLLATE "C" DEFAULT 'x''y' NOT NULL CONSTRAINT "a check" CHECK (VALUE <> '') CONSTRAINT "b ""check" CHECK (length(VALUE) > 0);
COMMENT ON DOMAIN "D s"."my domain" IS 'domain';
COMMENT ON CONSTRAINT "a check" ON DOMAIN "D s"."my domain" IS 'constraint';
ALTER DOMAIN "D s"."my domain" OWNER TO "Carol Ünï";
GRANT USAGE ON DOMAIN "D s"."my domain" TO alice;
REVOKE ALL ON DOMAIN "D s"."my domain" FROM PUBLIC;
CREATE DOMAIN public.of_domain AS "D s"."my domain" CHECK (VALUE <> 'z');
ALTER DOMAIN public.of_domain ADD CONSTRAINT late CHECK (VALUE <> 'late') NOT VALID;
CREATE DOMAIN public.list AS int[] DEFAULT '{1}';
CREATE FUNCTION public.is_ok(text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''bad''';
CREATE DOMAIN public.checked AS text CONSTRAINT by_function CHECK (public.is_ok(VALUE));
