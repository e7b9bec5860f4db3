-- A parsed body lets go of a column that is dropped, and takes one that is new.
-- @target
CREATE TABLE public.t (id int, gone int);
CREATE FUNCTION public.f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(gone) FROM public.t; END;
-- @source
CREATE TABLE public.t (id int, come int);
CREATE FUNCTION public.f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(come) FROM public.t; END;
-- @lossy table column public.t.gone
-- @lossy source table column public.t.come
