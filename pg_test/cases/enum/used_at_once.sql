A value that a default, a check and a view use at once must be committed first (55P04).
-- @target
CREATE TYPE public.e AS ENUM ('a');
CREATE TABLE public.t (id int, v public.e DEFAULT 'a');
-- @source
CREATE TYPE public.e AS ENUM ('a', 'new');
CREATE TABLE public.t (id int, v public.e DEFAULT 'new', CONSTRAINT c CHECK (v <> 'new' OR id > 0));
CREATE VIEW public.w AS SELECT id FROM public.t WHERE v = 'new';
-- @rows
INSERT INTO public.t VALUES (1, 'a');
-- @rows source
INSERT INTO public.t VALUES (1, 'a');
