-- A coarser scale never rounds values, nor those in arrays: the script fails.
-- @both
CREATE TABLE public.other (id integer);
-- @target
CREATE DOMAIN public.price AS numeric(10,4);
CREATE TABLE public.t (p public.price, a public.price[]);
-- @source
CREATE DOMAIN public.price AS numeric(8,2);
CREATE TABLE public.t (p public.price, a public.price[]);
-- @rows
INSERT INTO public.t VALUES (1.25, '{1.5,2.25}'), (1.2345, NULL);
-- @fails not exact as numeric(8,2)
-- @rows source
INSERT INTO public.t VALUES (1.25, '{1.5,2.25}'), (NULL, NULL);
