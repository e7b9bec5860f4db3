-- A narrower type must fail rather than cut a value off.
-- @target
CREATE TABLE public.t (label varchar(20));
-- @source
CREATE TABLE public.t (label varchar(3));
-- @rows
INSERT INTO public.t VALUES ('far too long');
-- @fails not exact as character varying
