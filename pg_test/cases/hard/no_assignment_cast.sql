-- Types between which there is no assignment cast, with defaults, arrays, indexes and checks on them.
-- @both
CREATE TYPE public.mood AS ENUM ('sad', 'ok');
CREATE TYPE public."Other Mood" AS ENUM ('ok', 'sad', 'glad');
-- @target
CREATE TABLE public.t (id integer, a text DEFAULT 'sad', b text[] DEFAULT '{ok}', c public.mood DEFAULT 'ok', d public.mood[] DEFAULT '{sad,ok}', e integer DEFAULT 1);
-- @source
CREATE TABLE public.t (id integer, a public.mood DEFAULT 'sad', b public.mood[] DEFAULT '{ok}', c public."Other Mood" DEFAULT 'ok', d public."Other Mood"[] DEFAULT '{sad,ok}', e boolean DEFAULT true);
-- @both
CREATE INDEX i ON public.t (a, c);
CREATE INDEX part ON public.t (id) WHERE c = 'ok';
CREATE VIEW public.v AS SELECT a, b, c FROM public.t WHERE c = 'ok';
-- @rows
INSERT INTO public.t VALUES (2, 'ok', '{}', 'sad', NULL, 0); INSERT INTO public.t (id) VALUES (1);
-- @rows source
INSERT INTO public.t VALUES (2, 'ok', '{}', 'sad', NULL, false); INSERT INTO public.t (id) VALUES (1);
