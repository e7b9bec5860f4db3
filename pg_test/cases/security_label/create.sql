-- Security labels on everything that takes one, of two providers, one with a hostile name. Not of both on one object: pg_dump writes
-- those in whatever order they lie there.
-- @target
CREATE SCHEMA "Other ""s""";
CREATE TABLE public.stays (a integer, b text);
CREATE FUNCTION public.f(integer) RETURNS integer LANGUAGE sql RETURN $1;
-- @source
CREATE SCHEMA "Other ""s""";
CREATE TABLE public.stays (a integer, b text);
CREATE FUNCTION public.f(integer) RETURNS integer LANGUAGE sql RETURN $1;
CREATE TABLE "Other ""s"""."T; --" ("select" integer, b text);
CREATE VIEW public.v AS SELECT a FROM public.stays;
CREATE MATERIALIZED VIEW public.m AS SELECT 1 AS a;
CREATE SEQUENCE public.q;
CREATE DOMAIN public.d AS integer;
CREATE TYPE public.e AS ENUM ('x');
CREATE TYPE public.c AS (a integer);
CREATE PROCEDURE public.p() LANGUAGE sql AS 'SELECT 1';
CREATE AGGREGATE public.total(integer) (SFUNC = int4pl, STYPE = integer);
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE public.ft (a integer) SERVER s;
CREATE PUBLICATION pub;
CREATE SUBSCRIPTION pgdiff_labelled CONNECTION 'host=127.0.0.1 port=1' PUBLICATION p WITH (connect = false);
CREATE FUNCTION public.et() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION public.et();
SECURITY LABEL FOR dummy ON SCHEMA "Other ""s""" IS 'classified';
SECURITY LABEL FOR dummy ON TABLE public.stays IS 'it''s \ "secret"';
SECURITY LABEL FOR dummy ON COLUMN public.stays.b IS 'column';
SECURITY LABEL FOR dummy ON FUNCTION public.f(integer) IS 'function';
SECURITY LABEL FOR dummy ON TABLE "Other ""s"""."T; --" IS 'new';
SECURITY LABEL FOR "Odd ""p""; --" ON COLUMN "Other ""s"""."T; --"."select" IS 'new column';
SECURITY LABEL FOR dummy ON VIEW public.v IS 'view';
SECURITY LABEL FOR dummy ON COLUMN public.v.a IS 'column of a view';
SECURITY LABEL FOR dummy ON MATERIALIZED VIEW public.m IS 'matview';
SECURITY LABEL FOR dummy ON SEQUENCE public.q IS 'sequence';
SECURITY LABEL FOR dummy ON DOMAIN public.d IS 'domain';
SECURITY LABEL FOR dummy ON TYPE public.e IS 'enum';
SECURITY LABEL FOR dummy ON TYPE public.c IS 'composite';
SECURITY LABEL FOR dummy ON PROCEDURE public.p() IS 'procedure';
SECURITY LABEL FOR dummy ON AGGREGATE public.total(integer) IS 'aggregate';
SECURITY LABEL FOR dummy ON FOREIGN TABLE public.ft IS 'foreign table';
SECURITY LABEL FOR dummy ON PUBLICATION pub IS 'publication';
SECURITY LABEL FOR dummy ON SUBSCRIPTION pgdiff_labelled IS 'subscription';
SECURITY LABEL FOR dummy ON EVENT TRIGGER et IS 'event trigger';
