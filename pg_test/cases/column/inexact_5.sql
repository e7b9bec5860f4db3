-- text to numeric(10,1): a value that is not exact there must fail the script, not be rounded.
-- @target
CREATE TABLE public.t (c text);
-- @source
CREATE TABLE public.t (c numeric(10,1));
-- @rows
INSERT INTO public.t VALUES ('1.25');
-- @fails not exact
