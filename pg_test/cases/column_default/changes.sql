-- Set, changed, dropped; functions, sequences, and expressions of all sorts.
-- @both
CREATE SEQUENCE public.q;
CREATE FUNCTION public.f(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + 1';
CREATE TABLE public.t (a integer DEFAULT 1, b text DEFAULT 'x', c integer, d timestamptz, e integer DEFAULT nextval('public.q'), "F" text);
-- @source
ALTER TABLE public.t ALTER a SET DEFAULT 2, ALTER b DROP DEFAULT, ALTER c SET DEFAULT public.f(7), ALTER d SET DEFAULT CURRENT_TIMESTAMP,
  ALTER e SET DEFAULT public.f(nextval('public.q')::integer), ALTER "F" SET DEFAULT E'quo''te \\ ünï $$';
-- @rows
INSERT INTO public.t DEFAULT VALUES;
