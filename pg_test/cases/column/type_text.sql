-- From text to anything, and back.
-- @target
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
CREATE DOMAIN public.posint AS integer CHECK (VALUE > 0);
CREATE TABLE public.t (a text, b text, c text, d text, e text, f text, g varchar(10), h text, i text[], j text, k text, l text, m text, n text);
-- @source
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
CREATE DOMAIN public.posint AS integer CHECK (VALUE > 0);
CREATE TABLE public.t (a integer, b numeric(10,2), c date, d timestamp(0), e boolean, f uuid, g public.mood, h jsonb, i integer[],
  j public.posint, k inet, l interval(0), m public.mood[], n bytea);
-- @rows
INSERT INTO public.t VALUES ('1', '1.25', '2020-01-01', '2020-01-01 10:00:00', 'true', '6ecd8c99-4036-403d-bf84-cf8400f67836', 'ok', '{"a": 1}',
  '{1,2}', '5', '10.0.0.1', '1 day', '{sad,ok}', '\x78');
INSERT INTO public.t DEFAULT VALUES;
-- @rows source
INSERT INTO public.t VALUES ('1', '1.25', '2020-01-01', '2020-01-01 10:00:00', 'true', '6ecd8c99-4036-403d-bf84-cf8400f67836', 'ok', '{"a": 1}',
  '{1,2}', '5', '10.0.0.1', '1 day', '{sad,ok}', '\x78');
