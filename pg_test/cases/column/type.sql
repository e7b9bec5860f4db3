-- A column's type, wider and back again: every value fits.
-- @target
CREATE TABLE public.t (id int, label varchar(10), amount numeric(6, 2));
-- @source
CREATE TABLE public.t (id bigint, label varchar(20), amount numeric(8, 2));
-- @rows
INSERT INTO public.t VALUES (1, 'one', 1.25), (2, NULL, 9999.99);
-- @rows source
INSERT INTO public.t VALUES (1, 'one', 1.25), (2, NULL, 9999.99);
