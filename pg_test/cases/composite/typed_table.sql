A typed table follows its type.
-- @target
CREATE TYPE public.c AS (a int, gone text, b int);
-- @source
CREATE TYPE public.c AS (a int, b bigint, come text);
-- @both
CREATE TABLE public.t OF public.c (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 7 NOT NULL);
-- @lossy composite type column public.c.gone
-- @lossy source composite type column public.c.come
-- @rows
INSERT INTO public.t VALUES (1, 'x', 2);
-- @rows source
INSERT INTO public.t VALUES (1, 2, 'x');
