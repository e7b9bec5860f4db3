-- A collation's provider changes under columns, indexes, domains, keys, views, ranges.
-- @target
CREATE COLLATION public.c (provider = libc, locale = 'C');
-- @source
CREATE COLLATION public.c (provider = icu, locale = 'und');
-- @both
CREATE DOMAIN public.d AS text COLLATE public.c;
CREATE TYPE public.comp AS (a text COLLATE public.c);
CREATE TABLE public.t (id text COLLATE public.c PRIMARY KEY, b varchar(10) COLLATE public.c, d public.d, x text);
CREATE INDEX i ON public.t (b COLLATE public.c, x COLLATE public.c);
CREATE VIEW public.v AS SELECT id, x COLLATE public.c AS x FROM public.t;
CREATE TABLE public.fk (id text COLLATE public.c REFERENCES public.t);
ALTER TABLE public.t ADD CONSTRAINT chk CHECK (x > 'a' COLLATE public.c);
COMMENT ON COLLATION public.c IS 'c';
CREATE TABLE public.parted (x text) PARTITION BY RANGE (x COLLATE public.c);
CREATE TABLE public.parted1 PARTITION OF public.parted FOR VALUES FROM ('a') TO ('m');
-- @rows
INSERT INTO public.t VALUES ('a', 'b', 'c', 'd'); INSERT INTO public.fk VALUES ('a'); INSERT INTO public.parted VALUES ('b');
-- @rows source
INSERT INTO public.t VALUES ('a', 'b', 'c', 'd'); INSERT INTO public.fk VALUES ('a'); INSERT INTO public.parted VALUES ('b');
