A new check on a domain that columns hold only inside arrays and composite types, which the server can't check in place.
-- @target
CREATE DOMAIN public.d AS int;
-- @source
CREATE DOMAIN public.d AS int NOT NULL CONSTRAINT positive CHECK (VALUE > 0);
-- @both
CREATE TYPE public.c AS (d public.d);
CREATE TABLE public.t (id int, ds public.d[], c public.c);
-- @rows
INSERT INTO public.t VALUES (1, '{1,2}', ROW(3));
-- @rows source
INSERT INTO public.t VALUES (1, '{1,2}', ROW(3));
