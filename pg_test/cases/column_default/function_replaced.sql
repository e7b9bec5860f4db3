-- The function of a default gets another return type, and the sequence of one another name.
-- @target
CREATE FUNCTION public.f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE public.old_q;
CREATE TABLE public.t (a bigint DEFAULT public.f(), b integer DEFAULT nextval('public.old_q'));
-- @source
CREATE FUNCTION public.f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE SEQUENCE public.new_q;
CREATE TABLE public.t (a bigint DEFAULT public.f(), b integer DEFAULT nextval('public.new_q'));
-- @rows
INSERT INTO public.t VALUES (1, 1);
