Collations of every provider.
-- @both
CREATE SCHEMA "Co ll";
-- @source
CREATE COLLATION "Co ll"."de-x" (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);
CREATE COLLATION public.c1 (provider = libc, locale = 'C');
CREATE COLLATION public.c2 (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
COMMENT ON COLLATION "Co ll"."de-x" IS 'phone book';
ALTER COLLATION "Co ll"."de-x" OWNER TO alice;
CREATE TABLE public.t (a text COLLATE "Co ll"."de-x", b text COLLATE public.c1 DEFAULT 'x');
CREATE INDEX i ON public.t (b COLLATE "Co ll"."de-x");
