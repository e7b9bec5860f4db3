-- Functions over types, languages and transforms of extensions.
-- @both
CREATE EXTENSION hstore;
-- @source
CREATE EXTENSION citext;
CREATE FUNCTION public.f(hstore, public.citext[]) RETURNS SETOF citext LANGUAGE sql AS 'SELECT unnest($2)';
CREATE FUNCTION public.g(x public.hstore DEFAULT 'a=>1') RETURNS text LANGUAGE sql RETURN x -> 'a';
CREATE TABLE public.t (id citext PRIMARY KEY DEFAULT public.g());
CREATE VIEW public.v AS SELECT public.g() || id AS x FROM public.t;
