-- Columns of an extension's type come and go with it; its schema too.
-- @target
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
CREATE TABLE public.t (id int, h ext.hstore DEFAULT '');
CREATE INDEX h ON public.t USING gist (h);
CREATE VIEW public.v AS SELECT h OPERATOR(ext.->) 'a' AS a FROM public.t;
CREATE FUNCTION public.f(ext.hstore) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT $1 OPERATOR(ext.->) 'a'; END;
-- @source
CREATE TABLE public.t (id int, h jsonb DEFAULT '{}');
CREATE INDEX h ON public.t USING gin (h);
CREATE VIEW public.v AS SELECT h ->> 'a' AS a FROM public.t;
CREATE FUNCTION public.f(jsonb) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT $1 ->> 'a'; END;
