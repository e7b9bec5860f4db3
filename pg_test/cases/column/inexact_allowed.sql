-- The caller allows to lose what does not fit.
-- @options {"allow": ["LOSES_PRECISION"]}
-- @target
CREATE TABLE public.t (c numeric(10,4), d timestamp);
-- @source
CREATE TABLE public.t (c numeric(10,2), d date);
-- @rows
INSERT INTO public.t VALUES (1.25, '2020-01-01');
