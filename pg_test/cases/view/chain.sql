-- A column's type changes under a view on a view, with grants and comments on both.
-- @target
CREATE TABLE public.t (id int, amount int);
CREATE VIEW public.v AS SELECT id, amount FROM public.t;
CREATE VIEW public.w AS SELECT id, amount + 1 AS more FROM public.v;
GRANT SELECT ON public.v TO reader_role;
COMMENT ON VIEW public.w IS 'the upper one';
-- @source
CREATE TABLE public.t (id int, amount bigint);
CREATE VIEW public.v AS SELECT id, amount FROM public.t;
CREATE VIEW public.w AS SELECT id, amount + 1 AS more FROM public.v;
GRANT SELECT ON public.v TO reader_role;
COMMENT ON VIEW public.w IS 'the upper one';
-- @rows
INSERT INTO public.t VALUES (1, 2), (3, NULL);
