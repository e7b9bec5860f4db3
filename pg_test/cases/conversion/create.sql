-- Conversions come and go; the default passes from one to another.
-- @both
CREATE SCHEMA "C v";
CREATE FUNCTION public.conv(int, int, cstring, internal, int, bool) RETURNS int LANGUAGE c STRICT AS '$libdir/utf8_and_iso8859_1', 'iso8859_1_to_utf8';
-- @target
CREATE DEFAULT CONVERSION public.one FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE CONVERSION public.two FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
COMMENT ON CONVERSION public.two IS 'kept';
-- @source
CREATE CONVERSION public.one FOR 'LATIN1' TO 'UTF8' FROM public.conv;
CREATE DEFAULT CONVERSION public.two FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
COMMENT ON CONVERSION public.two IS 'kept';
ALTER CONVERSION public.one OWNER TO alice;
CREATE DEFAULT CONVERSION "C v"."To Latin" FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
ALTER CONVERSION "C v"."To Latin" OWNER TO "Carol Ünï";
COMMENT ON CONVERSION "C v"."To Latin" IS 'it''s a conversion';
