-- The target has standard_conforming_strings off, the other way round the source: what is written means the same under either setting.
-- @target
DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off', current_database()); END$$;
CREATE TABLE public.t (a text, b text DEFAULT E'\\old''', "back\slash '" text);
COMMENT ON COLUMN public.t.a IS E'a \\ backslash, \n a line';
CREATE TYPE public.e AS ENUM (E'a\\b', 'it''s');
CREATE FUNCTION public.f(x text DEFAULT E'\\d''') RETURNS text LANGUAGE sql AS E'SELECT ''\\\\''::text';
CREATE VIEW public.v AS SELECT E'\\' AS x;
-- @source
CREATE TABLE public.t (a text DEFAULT E'back\\slash ''q'' \n new', b text DEFAULT E'\\''', "back\slash '" text DEFAULT '$$',
  CONSTRAINT k CHECK (a <> E'\\' AND b <> E'it''s\\'));
COMMENT ON TABLE public.t IS E'a \\ backslash, a '' quote, \n a line, /* c */ -- d $$ $a$';
COMMENT ON COLUMN public.t."back\slash '" IS E'\\''; SELECT 1; --';
CREATE TYPE public.e AS ENUM (E'a\\b', 'it''s', E'\\', E'\\''');
CREATE FUNCTION public.f(x text DEFAULT E'\\n''') RETURNS text LANGUAGE sql AS E'SELECT ''\\\\''::text || $$a$$';
CREATE FUNCTION public.g() RETURNS text LANGUAGE plpgsql SET search_path = 'a\b' SET application_name = E'it''s \\ x' AS $body$BEGIN RETURN E'\\n' || '\\'; END$body$;
CREATE FUNCTION public.i(x text DEFAULT E'\\d''') RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT x || E'\\' || '$$'; END;
CREATE VIEW public.v AS SELECT E'\\ '' \t'::text AS x, a FROM public.t WHERE a ~ E'^\\d+$' AND a LIKE E'\\%' ESCAPE E'\\';
CREATE DOMAIN public.d AS text DEFAULT E'\\' CHECK (VALUE ~ E'\\w');
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW WHEN (NEW.a <> E'\\') EXECUTE FUNCTION public.tf(E'a\\b', 'it''s', '$$', '%', E'\\''');
CREATE INDEX i ON public.t ((a || E'\\')) WHERE a <> E'\\''';
CREATE STATISTICS public.s ON (a || E'\\'), b FROM public.t;
CREATE POLICY p ON public.t USING (a = E'\\');
CREATE RULE r AS ON UPDATE TO public.v DO INSTEAD UPDATE public.t SET a = E'\\''';
ALTER TABLE public.t ADD COLUMN g text GENERATED ALWAYS AS (a || E'\\''') STORED;
CREATE TABLE public.parted (a text) PARTITION BY LIST (a);
CREATE TABLE public.part PARTITION OF public.parted FOR VALUES IN (E'\\', E'it''s\\', E'\n');
CREATE FOREIGN DATA WRAPPER w OPTIONS (o E'\\ ''');
CREATE SERVER s TYPE E'\\t' VERSION E'1\\' FOREIGN DATA WRAPPER w OPTIONS ("a\b" E'c\\d''');
CREATE COLLATION public.c (provider = icu, locale = 'und');
-- @rows
INSERT INTO public.t (a, b) VALUES (E'x\\y', E'\\');
