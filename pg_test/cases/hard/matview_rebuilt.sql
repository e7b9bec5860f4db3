-- A materialized view is made anew with its indexes, statistics targets, storage, grants, cluster mark and what depends on it.
-- @both
CREATE TABLE public.t (id int PRIMARY KEY, a int, b text);
-- @target
CREATE MATERIALIZED VIEW public.mv WITH (fillfactor = 70) AS SELECT id, a, b FROM public.t;
-- @source
CREATE MATERIALIZED VIEW public.mv WITH (fillfactor = 70) AS SELECT id, a + 1 AS a, b FROM public.t WHERE id > 0;
-- @both
CREATE UNIQUE INDEX mv_id ON public.mv (id) WITH (fillfactor = 80);
CREATE INDEX mv_expr ON public.mv ((a + 1), (lower(b)) text_pattern_ops);
ALTER INDEX public.mv_expr ALTER COLUMN 2 SET STATISTICS 321;
ALTER INDEX public.mv_expr ALTER COLUMN 1 SET STATISTICS 0;
ALTER MATERIALIZED VIEW public.mv ALTER COLUMN b SET STATISTICS 500;
ALTER MATERIALIZED VIEW public.mv ALTER COLUMN b SET STORAGE EXTERNAL;
ALTER MATERIALIZED VIEW public.mv ALTER COLUMN b SET COMPRESSION pglz;
ALTER MATERIALIZED VIEW public.mv ALTER COLUMN a SET (n_distinct = -0.5);
ALTER MATERIALIZED VIEW public.mv CLUSTER ON mv_id;
GRANT SELECT ON public.mv TO alice WITH GRANT OPTION;
GRANT SELECT (b) ON public.mv TO bob;
COMMENT ON MATERIALIZED VIEW public.mv IS 'mv';
COMMENT ON COLUMN public.mv.b IS 'mv b';
COMMENT ON INDEX public.mv_id IS 'idx';
ALTER MATERIALIZED VIEW public.mv OWNER TO alice;
CREATE VIEW public.on_mv AS SELECT * FROM public.mv;
CREATE MATERIALIZED VIEW public.second AS SELECT count(*) AS n FROM public.on_mv;
CREATE MATERIALIZED VIEW public.empty AS SELECT * FROM public.second WITH NO DATA;
-- @rows
INSERT INTO public.t VALUES (1, 2, 'x');
