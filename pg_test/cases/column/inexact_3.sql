-- timestamp to date: a value that is not exact there must fail the script, not be rounded.
-- @target
CREATE TABLE public.t (c timestamp);
-- @source
CREATE TABLE public.t (c date);
-- @rows
INSERT INTO public.t VALUES ('2020-01-01 10:00');
-- @fails not exact
