-- Publications of everything, of tables with column lists and filters, of schemas; hostile names, owners, comments.
-- @both
CREATE SCHEMA "Other ""s""";
CREATE TABLE public."T ""x""" (id integer PRIMARY KEY, "b;--" text, "select" integer, d text);
CREATE TABLE public.parent (a integer);
CREATE TABLE public.child () INHERITS (public.parent);
CREATE TABLE public.parted (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE public.part PARTITION OF public.parted FOR VALUES IN (1);
CREATE TABLE "Other ""s""".t (a integer);
CREATE FUNCTION public.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1 * 2;
-- @source
CREATE TABLE public.new (a integer, b integer);
CREATE PUBLICATION everything FOR ALL TABLES;
CREATE PUBLICATION nothing WITH (publish = '');
CREATE PUBLICATION "It's ""p""; --" FOR TABLE public."T ""x""" (id, "b;--", "select") WHERE (id > 5 AND "b;--" <> 'it''s') WITH (publish = 'insert, truncate');
CREATE PUBLICATION several FOR TABLE ONLY public.parent, TABLE public.new WHERE (a > 1), TABLE "Other ""s""".t;
CREATE PUBLICATION through_root FOR TABLE public.parted (a, b) WHERE (b > 1) WITH (publish_via_partition_root = true, publish = 'insert');
CREATE PUBLICATION one_part FOR TABLE public.part;
CREATE PUBLICATION of_schemas FOR TABLES IN SCHEMA public, "Other ""s""";
CREATE PUBLICATION mixed FOR TABLE "Other ""s""".t WHERE (a IS NOT NULL), TABLES IN SCHEMA public;
ALTER PUBLICATION several OWNER TO super_role;
ALTER PUBLICATION everything OWNER TO super_role;
COMMENT ON PUBLICATION "It's ""p""; --" IS 'it''s';
-- @rows
INSERT INTO public."T ""x""" VALUES (1, 'x', 2, 'd');
