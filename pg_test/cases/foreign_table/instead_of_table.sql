-- A table gives way to a foreign table of its name and back; a view and a partition's place go along.
-- @both
CREATE EXTENSION file_fdw;
CREATE SERVER nil FOREIGN DATA WRAPPER file_fdw;
CREATE TABLE public.parted (a integer, b text) PARTITION BY LIST (a);
-- @target
CREATE TABLE public.t (a integer NOT NULL, b text DEFAULT 'x', CONSTRAINT k CHECK (a > 0));
CREATE TABLE public.part PARTITION OF public.parted FOR VALUES IN (1);
CREATE VIEW public.v AS SELECT a FROM public.t;
GRANT SELECT ON public.t TO alice;
-- @source
CREATE FOREIGN TABLE public.t (a integer NOT NULL, b text DEFAULT 'x', CONSTRAINT k CHECK (a > 0)) SERVER nil OPTIONS (filename '/dev/null');
CREATE FOREIGN TABLE public.part PARTITION OF public.parted FOR VALUES IN (1) SERVER nil OPTIONS (filename '/dev/null');
CREATE VIEW public.v AS SELECT a FROM public.t;
GRANT SELECT ON public.t TO alice;
-- @lossy table public.t, table public.part
-- @rows
INSERT INTO public.t VALUES (1);
INSERT INTO public.part VALUES (1, 'x');
