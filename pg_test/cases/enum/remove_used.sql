A value that rows still hold can't go: the script fails and leaves everything as it was.
-- @target
CREATE TYPE public.e AS ENUM ('a', 'b');
-- @source
CREATE TYPE public.e AS ENUM ('a');
-- @both
CREATE TABLE public.t (v public.e);
-- @rows
INSERT INTO public.t VALUES ('a'), ('b');
-- @fails invalid input value for enum
