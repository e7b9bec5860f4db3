-- A plain table that becomes partitioned, and the type of a column over which it has indexes, statistics and a check by a function is made
-- anew: they go before the function does, and the table is set aside without them.
-- @target
CREATE TYPE public.mood AS ENUM ('a', 'b', 'c');
CREATE FUNCTION public.f(public.mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''x''::text';
CREATE TABLE public.t (id integer, m public.mood, k integer, CHECK (public.f(m) <> 'z'));
CREATE INDEX i ON public.t (public.f(m));
CREATE INDEX j ON public.t (m) WHERE public.f(m) = 'x';
CREATE STATISTICS public.s ON (public.f(m)), id FROM public.t;
-- @source
CREATE TYPE public.mood AS ENUM ('a', 'b');
CREATE FUNCTION public.f(public.mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''x''::text';
CREATE TABLE public.t (id integer, m public.mood, k integer, CHECK (public.f(m) <> 'z')) PARTITION BY LIST (k);
CREATE TABLE public.t1 PARTITION OF public.t DEFAULT;
CREATE INDEX i ON public.t (public.f(m));
CREATE INDEX j ON public.t (m) WHERE public.f(m) = 'x';
CREATE STATISTICS public.s ON (public.f(m)), id FROM public.t;
-- @rows
INSERT INTO public.t VALUES (1, 'a', 2);
