-- A plain table becomes a partitioned one: the rows come along.
-- @target
CREATE TABLE public.p (k integer, id integer GENERATED ALWAYS AS IDENTITY, x text DEFAULT 'd' NOT NULL);
CREATE VIEW public.v AS SELECT * FROM public.p;
COMMENT ON TABLE public.p IS 'p';
GRANT SELECT ON public.p TO alice;
-- @source
CREATE TABLE public.p (k integer, id integer GENERATED ALWAYS AS IDENTITY, x text DEFAULT 'd' NOT NULL) PARTITION BY LIST (k);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);
CREATE TABLE public.pd PARTITION OF public.p DEFAULT;
CREATE VIEW public.v AS SELECT * FROM public.p;
COMMENT ON TABLE public.p IS 'p';
GRANT SELECT ON public.p TO alice;
-- @rows
INSERT INTO public.p (k) VALUES (1), (2);
-- @rows source
INSERT INTO public.p (k) VALUES (1), (2);
