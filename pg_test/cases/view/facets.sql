-- Owner, grants and comments alone, of views and their columns.
-- @both
CREATE TABLE public.t (id int, a int);
CREATE VIEW public.v AS SELECT id, a FROM public.t;
CREATE VIEW public.w AS SELECT id FROM public.v;
-- @target
ALTER VIEW public.v OWNER TO alice;
GRANT SELECT, UPDATE ON public.v TO bob;
COMMENT ON VIEW public.w IS 'old';
GRANT SELECT (id) ON public.w TO bob;
REVOKE ALL ON public.w FROM postgres;
ALTER VIEW public.w ALTER id SET DEFAULT 1;
-- @source
ALTER VIEW public.v OWNER TO "quo""ted";
GRANT SELECT ON public.v TO bob WITH GRANT OPTION;
GRANT ALL ON public.v TO PUBLIC;
COMMENT ON VIEW public.v IS '';
COMMENT ON VIEW public.w IS 'new ''; DROP TABLE t; --';
COMMENT ON COLUMN public.w.id IS 'id';
GRANT UPDATE (id) ON public.w TO bob;
ALTER VIEW public.w ALTER id SET DEFAULT 2;
