-- numeric(10,4) to numeric(10,2): a value that is not exact there must fail the script, not be rounded.
-- @target
CREATE TABLE public.t (c numeric(10,4));
-- @source
CREATE TABLE public.t (c numeric(10,2));
-- @rows
INSERT INTO public.t VALUES (1.2345);
-- @fails not exact
