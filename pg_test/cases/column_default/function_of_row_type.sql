-- The default calls a function that takes the table's row type, and one that selects from it.
-- @source
CREATE TABLE public.t (a integer, b integer);
CREATE FUNCTION public.f(public.t) RETURNS integer LANGUAGE sql AS 'SELECT $1.a';
CREATE FUNCTION public.g() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT max(a) FROM public.t; END;
ALTER TABLE public.t ALTER a SET DEFAULT public.f(NULL), ALTER b SET DEFAULT public.g();
