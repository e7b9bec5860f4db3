-- integer to boolean: a value that is not exact there must fail the script, not be rounded.
-- @target
CREATE TABLE public.t (c integer);
-- @source
CREATE TABLE public.t (c boolean);
-- @rows
INSERT INTO public.t VALUES (5);
-- @fails not exact
