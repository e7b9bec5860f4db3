-- CLUSTER ON an index; on one that is made anew; on none.
-- @target
CREATE TABLE public.a (i integer, j integer);
CREATE INDEX a_i ON public.a (i);
CREATE INDEX a_j ON public.a (j);
ALTER TABLE public.a CLUSTER ON a_i;
CREATE TABLE public.b (i integer);
CREATE INDEX b_i ON public.b (i);
ALTER TABLE public.b CLUSTER ON b_i;
CREATE TABLE public.c (i integer);
CREATE INDEX c_i ON public.c (i);
ALTER TABLE public.c CLUSTER ON c_i;
CREATE MATERIALIZED VIEW public.m AS SELECT 1 AS x;
CREATE INDEX m_x ON public.m (x);
-- @source
CREATE TABLE public.a (i integer, j integer);
CREATE INDEX a_i ON public.a (i);
CREATE INDEX a_j ON public.a (j);
ALTER TABLE public.a CLUSTER ON a_j;
CREATE TABLE public.b (i integer);
CREATE INDEX b_i ON public.b (i DESC);
ALTER TABLE public.b CLUSTER ON b_i;
CREATE TABLE public.c (i integer);
CREATE INDEX c_i ON public.c (i);
CREATE MATERIALIZED VIEW public.m AS SELECT 1 AS x;
CREATE INDEX m_x ON public.m (x);
ALTER MATERIALIZED VIEW public.m CLUSTER ON m_x;
