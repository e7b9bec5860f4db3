A column of the multirange type.
-- @target
CREATE TYPE public.r AS RANGE (subtype = int);
-- @source
CREATE TYPE public.r AS RANGE (subtype = numeric);
-- @both
CREATE TABLE public.t (m public.r_multirange, ms public.r_multirange[]);
-- @rows
INSERT INTO public.t VALUES ('{[1,3),[5,7)}', '{"{}"}');
-- @rows source
INSERT INTO public.t VALUES ('{[1,3),[5,7)}', '{"{}"}');
