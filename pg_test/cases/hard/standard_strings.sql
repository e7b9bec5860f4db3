-- Comments, defaults, checks, bodies with backslashes, quotes and dollar tags; a database that has standard_conforming_strings off.
-- @source
CREATE TABLE public.t (a text DEFAULT E'back\\slash ''q'' \n new', b text DEFAULT '$$', c text DEFAULT $x$a'b\c$x$,
  CONSTRAINT k CHECK (a <> E'\\' AND b <> E'it''s\\'));
COMMENT ON TABLE public.t IS E'a \\ backslash, a '' quote, \n a line, /* c */ -- d $$ $a$';
CREATE FUNCTION public.f() RETURNS text LANGUAGE sql AS E'SELECT ''\\\\''::text || $$a$$ || $function$b$function$ || $pgdiff$c$pgdiff$ || $_$d$_$';
CREATE FUNCTION public.g() RETURNS text LANGUAGE plpgsql AS $body$BEGIN RETURN E'\\n' || $$x$$ || '$function$'; END$body$;
CREATE FUNCTION public.h(x text DEFAULT E'\\d''') RETURNS text LANGUAGE sql AS $b$SELECT '$'$b$;
CREATE FUNCTION public.i(x text DEFAULT E'\\d''') RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT x || E'\\' || '$$'; END;
CREATE VIEW public.v AS SELECT E'\\ '' \t'::text AS x, a FROM public.t WHERE a ~ E'^\\d+$';
CREATE TYPE public.e AS ENUM (E'a\\b', 'it''s', '$$', E'new\nline', ' ', '');
CREATE DOMAIN public.d AS text DEFAULT E'\\' CHECK (VALUE ~ E'\\w');
COMMENT ON COLUMN public.t.a IS E'\\';
COMMENT ON FUNCTION public.f() IS E'\\''';
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf(E'a\\b', 'it''s', '$$', '%', E'\n');
CREATE INDEX i ON public.t ((a || E'\\')) WHERE a <> E'\\''';
CREATE POLICY p ON public.t USING (a = E'\\');
ALTER TABLE public.t ADD COLUMN g text GENERATED ALWAYS AS (a || E'\\''') STORED;
CREATE FUNCTION public.cfg() RETURNS int LANGUAGE sql SET search_path = 'a\b', "q""x", '' SET application_name = E'it''s \\ x' AS 'SELECT 1';
