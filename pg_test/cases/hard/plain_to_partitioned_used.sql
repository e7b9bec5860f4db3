-- A plain table becomes partitioned, with sub-partitions, and back; key, index, trigger, view, foreign keys both ways, identity stay.
-- @both
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.lookup (id integer PRIMARY KEY);
-- @target
CREATE TABLE public.t (id bigint GENERATED ALWAYS AS IDENTITY, k integer NOT NULL REFERENCES public.lookup, v text, PRIMARY KEY (id, k));
-- @source
CREATE TABLE public.t (id bigint, k integer NOT NULL REFERENCES public.lookup, v text, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE public.t1 PARTITION OF public.t FOR VALUES IN (1) PARTITION BY RANGE (id);
CREATE TABLE public.t1a PARTITION OF public.t1 FOR VALUES FROM (0) TO (1000);
CREATE TABLE public.t2 PARTITION OF public.t DEFAULT;
-- @both
CREATE INDEX t_v ON public.t (v);
CREATE TRIGGER tr BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
CREATE VIEW public.view AS SELECT * FROM public.t;
CREATE TABLE public.refers (id bigint, k integer, FOREIGN KEY (id, k) REFERENCES public.t);
GRANT SELECT ON public.t TO bob;
COMMENT ON COLUMN public.t.v IS 'v';
-- @rows
INSERT INTO public.lookup VALUES (1), (2);
INSERT INTO public.t (k, v) VALUES (1, 'x'), (2, 'y');
INSERT INTO public.refers SELECT id, k FROM public.t;
-- @rows source
INSERT INTO public.lookup VALUES (1), (2);
INSERT INTO public.t VALUES (1, 1, 'x'), (2, 2, 'y');
INSERT INTO public.refers SELECT id, k FROM public.t;
