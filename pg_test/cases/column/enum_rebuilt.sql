-- An enum loses a value: every column of it is brought over, also in arrays, with its default and views.
-- @target
CREATE TYPE public.mood AS ENUM ('sad', 'gone', 'ok');
CREATE TABLE public.t (id integer, a public.mood DEFAULT 'ok' NOT NULL, b public.mood[] DEFAULT '{sad}', c text);
CREATE VIEW public.v AS SELECT a FROM public.t;
CREATE INDEX t_a ON public.t (a);
-- @source
CREATE TYPE public.mood AS ENUM ('ok', 'sad');
CREATE TABLE public.t (id integer, a public.mood DEFAULT 'ok' NOT NULL, b public.mood[] DEFAULT '{sad}', c public.mood);
CREATE VIEW public.v AS SELECT a FROM public.t;
CREATE INDEX t_a ON public.t (a);
-- @rows
INSERT INTO public.t VALUES (1, 'sad', '{ok,sad}', 'ok');
-- @rows source
INSERT INTO public.t VALUES (1, 'sad', '{ok,sad}', 'ok');
