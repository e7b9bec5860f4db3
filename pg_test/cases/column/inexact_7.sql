-- text to name: a value that is not exact there must fail the script, not be rounded.
-- @target
CREATE TABLE public.t (c text);
-- @source
CREATE TABLE public.t (c name);
-- @rows
INSERT INTO public.t VALUES (repeat('x', 100));
-- @fails not exact
