-- Constants of a table's row type in defaults, checks, indexes, policies, views and other functions' defaults: the server rewrites no table under one.
-- @target
CREATE TABLE public.t (id int, y int);
CREATE FUNCTION public.f(public.t) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
ALTER TABLE public.t ALTER id SET DEFAULT public.f(NULL);
ALTER TABLE public.t ADD CONSTRAINT c CHECK (public.f(NULL) > 0);
CREATE INDEX i ON public.t ((public.f(NULL) + id));
CREATE POLICY p ON public.t USING (public.f(NULL) > 0);
CREATE VIEW public.v AS SELECT public.f(NULL) AS f;
CREATE FUNCTION public.g(public.t DEFAULT NULL) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE public.other (a int DEFAULT public.f(NULL));
CREATE TYPE public.c AS (a int, b int);
CREATE FUNCTION public.fc(public.c) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE public.uc (a int DEFAULT public.fc(NULL));
CREATE DOMAIN public.d AS int CHECK (public.fc(NULL) > 0);
-- @source
CREATE TABLE public.t (id int, y bigint, x int DEFAULT 5 NOT NULL);
CREATE FUNCTION public.f(public.t) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
ALTER TABLE public.t ALTER id SET DEFAULT public.f(NULL);
ALTER TABLE public.t ADD CONSTRAINT c CHECK (public.f(NULL) > 0);
CREATE INDEX i ON public.t ((public.f(NULL) + id));
CREATE POLICY p ON public.t USING (public.f(NULL) > 0);
CREATE VIEW public.v AS SELECT public.f(NULL) AS f;
CREATE FUNCTION public.g(public.t DEFAULT NULL) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE public.other (a int DEFAULT public.f(NULL));
CREATE TYPE public.c AS (a int, b bigint);
CREATE FUNCTION public.fc(public.c) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE TABLE public.uc (a int DEFAULT public.fc(NULL));
CREATE DOMAIN public.d AS int CHECK (public.fc(NULL) > 0);
-- @rows
INSERT INTO public.t VALUES (1, 2);
-- @lossy source table column public.t.x
