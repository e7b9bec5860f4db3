-- To a domain and from it.
-- @both
CREATE DOMAIN public.amount AS numeric(10,2) CHECK (VALUE >= 0);
-- @target
CREATE TABLE public.t (a numeric(10,2), b public.amount, c integer);
-- @source
CREATE TABLE public.t (a public.amount, b numeric(10,2), c public.amount);
ALTER TABLE public.t ADD COLUMN d public.amount DEFAULT 5;
-- @rows
INSERT INTO public.t VALUES (1.5, 2.5, 3);
-- @rows source
INSERT INTO public.t VALUES (1.5, 2.5, 3);
