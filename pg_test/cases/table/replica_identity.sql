-- Every replica identity, also by an index that changes at the same time.
-- @target
CREATE TABLE public.a (i integer NOT NULL, j integer NOT NULL);
CREATE UNIQUE INDEX a_i ON public.a (i);
CREATE UNIQUE INDEX a_j ON public.a (j);
ALTER TABLE public.a REPLICA IDENTITY USING INDEX a_i;
CREATE TABLE public.b (i integer NOT NULL);
ALTER TABLE public.b REPLICA IDENTITY NOTHING;
CREATE TABLE public.c (i integer NOT NULL);
CREATE UNIQUE INDEX c_i ON public.c (i);
ALTER TABLE public.c REPLICA IDENTITY USING INDEX c_i;
CREATE TABLE public.d (i integer NOT NULL, j integer NOT NULL);
CREATE UNIQUE INDEX d_i ON public.d (i);
ALTER TABLE public.d REPLICA IDENTITY USING INDEX d_i;
-- @source
CREATE TABLE public.a (i integer NOT NULL, j integer NOT NULL);
CREATE UNIQUE INDEX a_i ON public.a (i);
CREATE UNIQUE INDEX a_j ON public.a (j);
ALTER TABLE public.a REPLICA IDENTITY USING INDEX a_j;
CREATE TABLE public.b (i integer NOT NULL);
CREATE TABLE public.c (i integer NOT NULL);
CREATE UNIQUE INDEX c_i ON public.c (i);
ALTER TABLE public.c REPLICA IDENTITY FULL;
CREATE TABLE public.d (i integer NOT NULL, j integer NOT NULL);
CREATE UNIQUE INDEX d_i ON public.d (i, j);
ALTER TABLE public.d REPLICA IDENTITY USING INDEX d_i;
CREATE TABLE public.e (i integer NOT NULL);
CREATE UNIQUE INDEX "E idx" ON public.e (i);
ALTER TABLE public.e REPLICA IDENTITY USING INDEX "E idx";
