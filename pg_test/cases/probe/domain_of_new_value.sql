-- The check of a domain names an enum value that only comes: the target can't be asked about it, which says nothing of the script.
-- @target
CREATE TYPE public.e AS ENUM ('a', 'b');
CREATE DOMAIN public.d AS public.e DEFAULT 'b';
-- @source
CREATE TYPE public.e AS ENUM ('a', 'b', 'c');
CREATE DOMAIN public.d AS public.e DEFAULT 'a' CHECK (VALUE <> 'c'::public.e);
-- @both
CREATE TABLE public.t (d public.d);
-- @rows
INSERT INTO public.t VALUES ('a');
-- @rows source
INSERT INTO public.t VALUES ('a');
