-- Chains: type in function in default in table in view in function in view in materialized view in index; the type at the bottom changes.
-- @target
CREATE TYPE public.unit AS ENUM ('kg', 'lb', 'st');
-- @source
CREATE TYPE public.unit AS ENUM ('kg', 'lb');
-- @both
CREATE FUNCTION public.std() RETURNS public.unit LANGUAGE sql STABLE AS $$SELECT 'kg'::public.unit$$;
CREATE TABLE public.w (id int PRIMARY KEY, u public.unit NOT NULL DEFAULT public.std(), v numeric);
CREATE VIEW public.v1 AS SELECT id, u, v FROM public.w;
CREATE FUNCTION public.get(u public.unit) RETURNS SETOF public.v1 LANGUAGE sql STABLE AS 'SELECT * FROM public.v1 WHERE v1.u = get.u';
CREATE VIEW public.v2 AS SELECT g.id, g.u FROM public.get('kg') g;
CREATE MATERIALIZED VIEW public.m AS SELECT u, count(*) FROM public.v2 GROUP BY u;
CREATE UNIQUE INDEX m_u ON public.m (u);
CREATE FUNCTION public.total(public.w) RETURNS numeric LANGUAGE sql STABLE BEGIN ATOMIC SELECT ($1).v * CASE ($1).u WHEN 'lb'::public.unit THEN 0.45 ELSE 1 END; END;
CREATE AGGREGATE public.last_unit(public.unit) (SFUNC = enum_larger, STYPE = public.unit);
CREATE VIEW public.v3 AS SELECT public.last_unit(u) AS l FROM public.w;
GRANT SELECT ON public.v3, public.m TO alice;
GRANT EXECUTE ON FUNCTION public.get(public.unit) TO alice;
-- @rows
INSERT INTO public.w (id, v) VALUES (1, 2);
-- @rows source
INSERT INTO public.w (id, v) VALUES (1, 2);
