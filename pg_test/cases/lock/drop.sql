-- DROP TABLE, alone, under a foreign key and with one; DROP SCHEMA; and what makes them.
-- @both
CREATE TABLE public.stays (id integer PRIMARY KEY);
-- @target
CREATE TABLE public.alone (id integer);
CREATE TABLE public.referring (id integer REFERENCES public.stays);
CREATE SCHEMA whole;
CREATE TABLE whole.t (id integer);
CREATE SEQUENCE public.counter;
CREATE VIEW public.shown AS SELECT id FROM public.stays;
CREATE MATERIALIZED VIEW public.kept AS SELECT id FROM public.stays;
CREATE FUNCTION public.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TYPE public.state AS ENUM ('a');
-- @source
SELECT 1;
-- @lossy table public.alone
