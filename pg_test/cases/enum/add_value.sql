Values added at every place: in place forwards; backwards the type is made anew, and what uses it.
-- @target
CREATE TYPE public.e AS ENUM ('b', 'd');
-- @source
CREATE TYPE public.e AS ENUM ('a''s', 'a2', 'b', 'c', 'd', 'e\', 'f');
-- @both
CREATE TABLE public.t (id int PRIMARY KEY, v public.e NOT NULL DEFAULT 'b', list public.e[] DEFAULT '{b,d}', CONSTRAINT not_d CHECK (v <> 'd' OR id > 1));
CREATE INDEX only_b ON public.t (id) WHERE v = 'b';
CREATE INDEX by_value ON public.t (v DESC);
CREATE VIEW public.w AS SELECT id, v FROM public.t WHERE v > 'b';
CREATE VIEW public.ww AS SELECT v, count(*) FROM public.w GROUP BY v;
COMMENT ON COLUMN public.ww.v IS 'the value';
GRANT SELECT ON public.w TO reader_role;
CREATE FUNCTION public.f(x public.e) RETURNS public.e LANGUAGE sql AS $$ SELECT x $$;
CREATE FUNCTION public.g(x public.e DEFAULT 'd') RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT id FROM public.t WHERE v = x LIMIT 1; END;
-- @rows
INSERT INTO public.t VALUES (1, 'b', NULL), (2, 'd', '{d,b}'), (3, 'd', '{}');
-- @rows source
INSERT INTO public.t VALUES (1, 'b', NULL), (2, 'd', '{d,b}'), (3, 'd', '{}');
