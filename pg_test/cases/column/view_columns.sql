-- Comments, privileges and defaults of views' columns.
-- @both
CREATE TABLE public.t (a integer, b text);
CREATE VIEW public.v AS SELECT a, b FROM public.t;
COMMENT ON COLUMN public.v.a IS 'old';
-- @source
COMMENT ON COLUMN public.v.a IS 'new';
COMMENT ON COLUMN public.v.b IS 'b';
GRANT SELECT (a), UPDATE (b) ON public.v TO reader_role;
ALTER VIEW public.v ALTER COLUMN b SET DEFAULT 'x';
CREATE VIEW public.w AS SELECT a AS "Ä" FROM public.v;
ALTER VIEW public.w ALTER COLUMN "Ä" SET DEFAULT 7;
COMMENT ON COLUMN public.w."Ä" IS 'ä';
