-- New columns behind the old ones: in place forwards, made anew backwards, with a view, a function and a rule on it.
-- @both
CREATE TABLE public.t (id int, a int, b text);
CREATE TABLE public.log (id int);
-- @target
CREATE VIEW public.v AS SELECT id FROM public.t;
CREATE VIEW public.w AS SELECT id AS x FROM public.v;
CREATE FUNCTION public.f(public.v) RETURNS int LANGUAGE sql AS 'SELECT $1.id';
CREATE RULE r AS ON INSERT TO public.v DO INSTEAD INSERT INTO public.log VALUES (new.id);
GRANT SELECT ON public.v TO alice;
COMMENT ON VIEW public.v IS 'stays';
ALTER VIEW public.v OWNER TO bob;
-- @source
CREATE VIEW public.v AS SELECT id, a, b AS "B" FROM public.t;
CREATE VIEW public.w AS SELECT id AS x FROM public.v;
CREATE FUNCTION public.f(public.v) RETURNS int LANGUAGE sql AS 'SELECT $1.id';
CREATE RULE r AS ON INSERT TO public.v DO INSTEAD INSERT INTO public.log VALUES (new.id);
GRANT SELECT ON public.v TO alice;
COMMENT ON VIEW public.v IS 'stays';
COMMENT ON COLUMN public.v."B" IS 'new';
GRANT SELECT (a) ON public.v TO bob;
ALTER VIEW public.v OWNER TO bob;
-- @rows
INSERT INTO public.t VALUES (1, 2, 'x');
