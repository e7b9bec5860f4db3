-- A partitioned table that is made anew, and so is the type of a column over which it has indexes, statistics and a check by a function:
-- they go before the function does, and the table is set aside without them. A partition goes, one stays, one has partitions.
-- @target
CREATE TYPE public.mood AS ENUM ('a', 'b', 'c');
CREATE FUNCTION public.f(public.mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''x''::text';
CREATE TABLE public.t (id integer, m public.mood, k integer) PARTITION BY LIST (id);
CREATE TABLE public.t1 PARTITION OF public.t FOR VALUES IN (1);
CREATE TABLE public."T 2" PARTITION OF public.t FOR VALUES IN (2);
CREATE TABLE public.t3 PARTITION OF public.t DEFAULT PARTITION BY LIST (k);
CREATE TABLE public.t4 PARTITION OF public.t3 DEFAULT;
CREATE INDEX i ON public.t (public.f(m));
CREATE INDEX own ON public."T 2" (public.f(m), id);
CREATE STATISTICS public.s ON (public.f(m)), id FROM public.t;
CREATE STATISTICS public.s2 ON (public.f(m)), id FROM public."T 2";
ALTER TABLE public.t ADD CONSTRAINT "f's" CHECK (public.f(m) <> 'z');
-- @source
CREATE TYPE public.mood AS ENUM ('a', 'b');
CREATE FUNCTION public.f(public.mood) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ''x''::text';
CREATE TABLE public.t (id integer, m public.mood, k integer) PARTITION BY LIST (k);
CREATE TABLE public."T 2" PARTITION OF public.t FOR VALUES IN (2);
CREATE TABLE public.t3 PARTITION OF public.t DEFAULT PARTITION BY LIST (id);
CREATE TABLE public.t4 PARTITION OF public.t3 DEFAULT;
CREATE INDEX i ON public.t (public.f(m));
CREATE INDEX own ON public."T 2" (public.f(m), id);
CREATE STATISTICS public.s ON (public.f(m)), id FROM public.t;
CREATE STATISTICS public.s2 ON (public.f(m)), id FROM public."T 2";
ALTER TABLE public.t ADD CONSTRAINT "f's" CHECK (public.f(m) <> 'z');
-- @rows
INSERT INTO public.t VALUES (1, 'a', 2), (2, 'b', 3), (3, NULL, 2);
