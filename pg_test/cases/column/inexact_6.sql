-- inet to cidr: a value that is not exact there must fail the script, not be rounded.
-- @target
CREATE TABLE public.t (c inet);
-- @source
CREATE TABLE public.t (c cidr);
-- @rows
INSERT INTO public.t VALUES ('10.0.0.1/8');
-- @fails not exact
