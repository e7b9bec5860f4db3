A shorter base type never cuts values: the script fails.
-- @target
CREATE DOMAIN public.d AS varchar(10);
-- @source
CREATE DOMAIN public.d AS varchar(3);
-- @both
CREATE TABLE public.t (v public.d);
-- @rows
INSERT INTO public.t VALUES ('too long');
-- @fails not exact as character varying
