Appending to, and dropping from, a type that columns hold is done in place.
-- @target
CREATE TYPE public.c AS (a int, gone text);
-- @source
CREATE TYPE public.c AS (a int, come int, another text);
-- @both
CREATE TABLE public.t (id int, c public.c, cs public.c[]);
-- @rows
INSERT INTO public.t VALUES (1, ROW(1, 'x'), ARRAY[ROW(2, 'y')]::public.c[]);
-- @lossy composite type column public.c.gone
-- @lossy source composite type column public.c.come, composite type column public.c.another
-- @rows source
INSERT INTO public.t VALUES (1, ROW(1, 2, 'x'), NULL);
