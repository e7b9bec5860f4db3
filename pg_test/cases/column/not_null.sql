-- NOT NULL comes and goes.
-- @target
CREATE TABLE public.t (a integer, b integer NOT NULL, c integer PRIMARY KEY);
-- @source
CREATE TABLE public.t (a integer NOT NULL, b integer, c integer);
-- @rows
INSERT INTO public.t VALUES (1, 2, 3);
-- @rows source
INSERT INTO public.t VALUES (1, 2, 3);
