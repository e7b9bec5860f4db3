-- Extended statistics of every form: kinds, expressions, targets, owners, comments, hostile names, on every sort of relation.
-- @both
CREATE SCHEMA "Other ""s""";
CREATE FUNCTION public.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1 * 2;
CREATE TABLE public."T ""x""" (a integer, "b;--" text, "select" timestamp, d integer);
CREATE TABLE public.parted (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE public.part PARTITION OF public.parted FOR VALUES IN (1);
CREATE MATERIALIZED VIEW public.seen AS SELECT a, d FROM public."T ""x""";
-- @source
CREATE STATISTICS public.everything ON a, "b;--", d FROM public."T ""x""";
CREATE STATISTICS "Other ""s"""."It's; --" (ndistinct, mcv) ON "select", "b;--" FROM public."T ""x""";
CREATE STATISTICS public.dependent (dependencies) ON a, d FROM public."T ""x""";
CREATE STATISTICS public.one ON (date_trunc('day', "select")) FROM public."T ""x""";
CREATE STATISTICS public.mixed (mcv) ON a, (lower("b;--") || ' FROM '), (public.twice(d)) FROM public."T ""x""";
CREATE STATISTICS public.of_parted ON a, b FROM public.parted;
CREATE STATISTICS public.of_part (ndistinct) ON a, b FROM public.part;
CREATE STATISTICS public.of_seen ON a, d FROM public.seen;
ALTER STATISTICS public.mixed SET STATISTICS 1000;
ALTER STATISTICS public.dependent SET STATISTICS 0;
ALTER STATISTICS public.of_parted OWNER TO alice;
ALTER STATISTICS "Other ""s"""."It's; --" OWNER TO "Carol Ünï";
COMMENT ON STATISTICS "Other ""s"""."It's; --" IS 'it''s';
COMMENT ON STATISTICS public.of_seen IS 'of a materialized view';
-- @rows
INSERT INTO public."T ""x""" VALUES (1, 'x', '2026-01-01', 2);
INSERT INTO public.parted VALUES (1, 2);
