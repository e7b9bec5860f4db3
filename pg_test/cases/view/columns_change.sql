-- A column renamed, retyped, dropped, given another collation: the view is made anew, under a view with its own facets.
-- @both
CREATE TABLE public.t (id int, a text, b numeric);
-- @target
CREATE VIEW public.v AS SELECT id, a, b FROM public.t;
CREATE VIEW public.w AS SELECT id FROM public.v;
GRANT SELECT, INSERT ON public.w TO alice WITH GRANT OPTION;
COMMENT ON COLUMN public.w.id IS 'c';
CREATE VIEW public.renamed AS SELECT id AS one, a FROM public.t;
CREATE VIEW public.retyped AS SELECT id FROM public.t;
CREATE VIEW public.collated AS SELECT a FROM public.t;
CREATE VIEW public.modified AS SELECT b::numeric(5, 1) AS b FROM public.t;
-- @source
CREATE VIEW public.v AS SELECT id, b FROM public.t;
CREATE VIEW public.w AS SELECT id FROM public.v;
GRANT SELECT, INSERT ON public.w TO alice WITH GRANT OPTION;
COMMENT ON COLUMN public.w.id IS 'c';
CREATE VIEW public.renamed AS SELECT id AS one, a FROM public.t;
ALTER VIEW public.renamed RENAME COLUMN one TO "Two 2";
CREATE VIEW public.retyped AS SELECT id::bigint AS id FROM public.t;
CREATE VIEW public.collated AS SELECT a COLLATE "C" AS a FROM public.t;
CREATE VIEW public.modified AS SELECT b::numeric(6, 2) AS b FROM public.t;
