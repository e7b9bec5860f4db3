-- Another query is another materialized view: indexes, statistics, grants, comments and what is built on it come back.
-- @both
CREATE TABLE public.t (id int, a text);
-- @target
CREATE MATERIALIZED VIEW public.m AS SELECT id, a FROM public.t;
-- @source
CREATE MATERIALIZED VIEW public.m AS SELECT id, upper(a) AS a, 1 AS more FROM public.t WHERE id > 0;
-- @both
CREATE UNIQUE INDEX m_id ON public.m (id);
CREATE INDEX m_a ON public.m (lower(a) text_pattern_ops) WHERE id > 5;
COMMENT ON INDEX public.m_a IS 'i';
ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET STATISTICS 200;
ALTER MATERIALIZED VIEW public.m ALTER COLUMN a SET COMPRESSION pglz;
ALTER MATERIALIZED VIEW public.m CLUSTER ON m_id;
ALTER MATERIALIZED VIEW public.m OWNER TO alice;
GRANT SELECT ON public.m TO bob, PUBLIC;
COMMENT ON MATERIALIZED VIEW public.m IS 'm';
COMMENT ON COLUMN public.m.a IS 'a';
CREATE VIEW public.v AS SELECT id FROM public.m;
CREATE MATERIALIZED VIEW public.mm AS SELECT v.id, m.a FROM public.v, public.m;
CREATE INDEX ON public.mm (id);
-- @rows
INSERT INTO public.t VALUES (1, 'x');
