-- double precision to real: a value that is not exact there must fail the script, not be rounded.
-- @target
CREATE TABLE public.t (c double precision);
-- @source
CREATE TABLE public.t (c real);
-- @rows
INSERT INTO public.t VALUES (0.1);
-- @fails not exact
