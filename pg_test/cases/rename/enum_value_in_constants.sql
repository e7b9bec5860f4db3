-- A renamed value of an enum, in constants of many forms.
-- @target
CREATE TYPE public.mood AS ENUM ('sad', 'Ok, "so"', 'happy');
CREATE TABLE public.t (m public.mood DEFAULT 'Ok, "so"', ms public.mood[] DEFAULT '{sad,"Ok, \"so\"",NULL}', CHECK (m <> 'Ok, "so"'), CHECK (m = ANY (ARRAY['sad'::public.mood, 'Ok, "so"'])));
CREATE VIEW public.v AS SELECT m FROM public.t WHERE ms = '{"Ok, \"so\""}' OR m = 'Ok, "so"';
CREATE INDEX i ON public.t (m) WHERE m = ANY ('{happy,"Ok, \"so\""}'::public.mood[]);
CREATE FUNCTION public.f(m public.mood DEFAULT 'Ok, "so"', ms public.mood[] DEFAULT '{"Ok, \"so\""}') RETURNS boolean LANGUAGE sql BEGIN ATOMIC SELECT m = 'Ok, "so"'; END;
CREATE DOMAIN public.d AS public.mood DEFAULT 'Ok, "so"';
-- @source
CREATE TYPE public.mood AS ENUM ('sad', 'it''s \ fine', 'happy');
CREATE TABLE public.t (m public.mood DEFAULT E'it''s \\ fine', ms public.mood[] DEFAULT ARRAY['sad', E'it''s \\ fine', NULL]::public.mood[], CHECK (m <> E'it''s \\ fine'), CHECK (m = ANY (ARRAY['sad'::public.mood, E'it''s \\ fine'])));
CREATE VIEW public.v AS SELECT m FROM public.t WHERE ms = E'{"it''s \\\\ fine"}' OR m = E'it''s \\ fine';
CREATE INDEX i ON public.t (m) WHERE m = ANY (E'{happy,"it''s \\\\ fine"}'::public.mood[]);
CREATE FUNCTION public.f(m public.mood DEFAULT E'it''s \\ fine', ms public.mood[] DEFAULT E'{"it''s \\\\ fine"}') RETURNS boolean LANGUAGE sql BEGIN ATOMIC SELECT m = E'it''s \\ fine'; END;
CREATE DOMAIN public.d AS public.mood DEFAULT E'it''s \\ fine';
-- @options {"renames": [{"type": "enum value", "from": "public.mood.\"Ok, \"\"so\"\"\"", "to": "\"it's \\ fine\""}]}
-- @options source {"renames": [{"type": "enum value", "from": "public.mood.\"it's \\ fine\"", "to": "\"Ok, \"\"so\"\"\""}]}
-- @rows
INSERT INTO public.t VALUES ('sad', '{sad,happy}');
-- @rows source
INSERT INTO public.t VALUES ('sad', '{sad,happy}');
