-- numeric[] to integer[]: a value that is not exact there must fail the script, not be rounded.
-- @target
CREATE TABLE public.t (c numeric[]);
-- @source
CREATE TABLE public.t (c integer[]);
-- @rows
INSERT INTO public.t VALUES ('{1.5}');
-- @fails not exact
