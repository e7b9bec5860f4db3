-- The flags of row-level security.
-- @target
CREATE TABLE public.a (i integer);
CREATE TABLE public.b (i integer);
ALTER TABLE public.b ENABLE ROW LEVEL SECURITY;
CREATE TABLE public.c (i integer);
ALTER TABLE public.c FORCE ROW LEVEL SECURITY;
-- @source
CREATE TABLE public.a (i integer);
ALTER TABLE public.a ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TABLE public.b (i integer);
CREATE TABLE public.c (i integer);
ALTER TABLE public.c ENABLE ROW LEVEL SECURITY;
