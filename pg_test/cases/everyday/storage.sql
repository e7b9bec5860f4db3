-- Storage: unlogged, fillfactor, toast options, tablespaces, access method, cluster, replica identity, compression.
-- @target
CREATE TABLE public.a (id int PRIMARY KEY, t text) WITH (fillfactor = 50, autovacuum_enabled = off);
CREATE UNLOGGED TABLE public.b (id serial PRIMARY KEY, t text);
CREATE TABLE public.c (id int NOT NULL, t text COMPRESSION pglz) TABLESPACE spare_space;
CREATE UNIQUE INDEX c_i ON public.c (id) WITH (fillfactor = 60) TABLESPACE spare_space;
ALTER TABLE public.c CLUSTER ON c_i; ALTER TABLE public.c REPLICA IDENTITY USING INDEX c_i;
CREATE MATERIALIZED VIEW public.m WITH (fillfactor = 50) AS SELECT 1 AS x;
-- @source
CREATE TABLE public.a (id int PRIMARY KEY, t text) WITH (fillfactor = 80, toast.autovacuum_enabled = off, parallel_workers = 2);
CREATE TABLE public.b (id serial PRIMARY KEY, t text);
CREATE TABLE public.c (id int NOT NULL, t text);
CREATE UNIQUE INDEX c_i ON public.c (id) WITH (fillfactor = 70);
ALTER TABLE public.c REPLICA IDENTITY FULL; ALTER TABLE public.c SET WITHOUT CLUSTER;
CREATE MATERIALIZED VIEW public.m TABLESPACE spare_space AS SELECT 1 AS x;
ALTER TABLE public.a REPLICA IDENTITY NOTHING;
-- @rows
INSERT INTO public.a VALUES (1, 'x'); INSERT INTO public.b (t) VALUES ('x'); INSERT INTO public.c VALUES (1, 'x');
