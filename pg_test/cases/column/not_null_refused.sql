-- A null where none may be: the script fails and changes nothing.
-- @target
CREATE TABLE public.t (a integer);
-- @source
CREATE TABLE public.t (a integer NOT NULL);
-- @rows
INSERT INTO public.t VALUES (NULL);
-- @fails contains null values
