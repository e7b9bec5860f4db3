-- timestamptz to timestamptz(0): a value that is not exact there must fail the script, not be rounded.
-- @target
CREATE TABLE public.t (c timestamptz);
-- @source
CREATE TABLE public.t (c timestamptz(0));
-- @rows
INSERT INTO public.t VALUES ('2020-01-01 10:00:00.5+00');
-- @fails not exact
