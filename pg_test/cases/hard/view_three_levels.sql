-- A view gains, loses, reorders and retypes columns under three levels of dependents of several kinds.
-- @both
CREATE TABLE public.t (id int PRIMARY KEY, a int, b text, c date);
-- @target
CREATE VIEW public.base AS SELECT id, a, b, c FROM public.t;
-- @source
CREATE VIEW public.base AS SELECT id, b, a::bigint AS a, id * 2 AS twice, c FROM public.t;
-- @both
CREATE VIEW public.l1 AS SELECT id, b FROM public.base;
CREATE MATERIALIZED VIEW public.l1m AS SELECT id, a FROM public.base WITH DATA;
CREATE UNIQUE INDEX l1m_id ON public.l1m (id);
CREATE VIEW public.l2 AS SELECT l1.id, l1m.a FROM public.l1 JOIN public.l1m USING (id);
CREATE FUNCTION public.rows_of() RETURNS SETOF public.l2 LANGUAGE sql STABLE AS 'SELECT * FROM public.l2';
CREATE FUNCTION public.atom() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT count(*) FROM public.l2; END;
CREATE VIEW public.l3 AS SELECT r.id, public.atom() AS n FROM public.rows_of() r;
CREATE VIEW public.l3b WITH (security_barrier) AS SELECT * FROM public.l2;
GRANT SELECT ON public.l3 TO alice WITH GRANT OPTION;
GRANT SELECT (id) ON public.l2 TO bob;
COMMENT ON COLUMN public.l3b.id IS 'l3b id';
ALTER VIEW public.l3b OWNER TO "Carol Ünï";
ALTER VIEW public.l1 ALTER COLUMN b SET DEFAULT 'x';
CREATE RULE ins AS ON INSERT TO public.l1 DO INSTEAD INSERT INTO public.t (id, b) VALUES (new.id, new.b);
-- @rows
INSERT INTO public.t VALUES (1, 2, 'x', '2020-01-01');
