-- Functions over row types, of a table that comes with a default that calls them, of a table that changes, of a composite type.
-- @both
CREATE TYPE public.pair AS (a int, b text);
CREATE TABLE public.base (id int, label text);
CREATE FUNCTION public.label(public.base) RETURNS text LANGUAGE sql AS 'SELECT $1.label';
CREATE FUNCTION public.all_base() RETURNS SETOF public.base LANGUAGE sql AS 'SELECT * FROM public.base';
CREATE FUNCTION public.make(a int) RETURNS public.pair LANGUAGE sql AS $$SELECT ROW(a, 'x')::public.pair$$;
CREATE VIEW public.v AS SELECT b.label, b.label || 'x' AS more FROM public.all_base() b;
-- @source
ALTER TABLE public.base ADD COLUMN added int;
CREATE TABLE public.self (id int);
CREATE FUNCTION public.of_self(public.self) RETURNS int LANGUAGE sql AS 'SELECT $1.id';
ALTER TABLE public.self ADD COLUMN n int, ADD CHECK (public.of_self(self) > 0);
ALTER TABLE public.self ALTER COLUMN n SET DEFAULT public.of_self(NULL);
CREATE VIEW public.call AS SELECT public.of_self(s), s.of_self AS f FROM public.self s;
