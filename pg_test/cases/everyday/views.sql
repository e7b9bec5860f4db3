-- Views: star expansion, unions, windows, with options, on views; check options, owners, security invoker.
-- @both
CREATE TABLE public.t (id int PRIMARY KEY, a text, b int);
-- @target
CREATE VIEW public.v1 AS SELECT * FROM public.t;
CREATE VIEW public.v2 WITH (security_barrier) AS SELECT * FROM public.v1 WHERE b > 0;
CREATE VIEW public.v3 AS SELECT id FROM public.v1 UNION SELECT b FROM public.v2;
CREATE VIEW public.v4 AS SELECT id, a FROM public.t WITH CASCADED CHECK OPTION;
CREATE VIEW public.v5 AS SELECT v3.id, v4.a FROM public.v3 LEFT JOIN public.v4 USING (id);
CREATE MATERIALIZED VIEW public.m1 AS SELECT * FROM public.v5;
CREATE UNIQUE INDEX m1_i ON public.m1 (id);
CREATE VIEW public.v6 AS SELECT count(*) AS n FROM public.m1;
-- @source
ALTER TABLE public.t ADD COLUMN c date, ALTER b TYPE bigint;
CREATE VIEW public.v1 AS SELECT id, c, a, b FROM public.t;
CREATE VIEW public.v2 WITH (security_invoker, check_option = local) AS SELECT * FROM public.v1 WHERE b > 1;
CREATE VIEW public.v3 AS SELECT id FROM public.v1 UNION ALL SELECT b FROM public.v2;
CREATE VIEW public.v4 AS SELECT id, a, c FROM public.t WITH LOCAL CHECK OPTION;
CREATE VIEW public.v5 AS SELECT v3.id, v4.a, v4.c, row_number() OVER (ORDER BY v3.id) AS rn FROM public.v3 LEFT JOIN public.v4 USING (id);
CREATE MATERIALIZED VIEW public.m1 AS SELECT * FROM public.v5 WHERE rn < 10;
CREATE UNIQUE INDEX m1_i ON public.m1 (id, rn);
CREATE VIEW public.v6 AS SELECT count(*) AS n, max(rn) AS x FROM public.m1;
ALTER VIEW public.v6 OWNER TO alice;
-- @rows
INSERT INTO public.t VALUES (1, 'a', 2);
