-- The same where rows of others refer to the table: its foreign keys step aside while a partition is away.
-- @target
CREATE TABLE public.p (id int PRIMARY KEY, v int DEFAULT 1 CHECK (v > 0)) PARTITION BY RANGE (id);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20);
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr AFTER UPDATE ON public.p FOR EACH ROW EXECUTE FUNCTION public.tf();
ALTER TABLE public.p2 DISABLE TRIGGER tr;
CREATE INDEX pv ON public.p (v);
CREATE TABLE public.fk (p int REFERENCES public.p);
-- @source
CREATE TABLE public.p (id int PRIMARY KEY, v int DEFAULT 1 CHECK (v > 0)) PARTITION BY RANGE (id);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10) PARTITION BY LIST (id);
CREATE TABLE public.p1_all PARTITION OF public.p1 DEFAULT;
CREATE TABLE public.p2 (id int PRIMARY KEY, v int DEFAULT 2, CONSTRAINT p_v_check CHECK (v > 0));
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr AFTER UPDATE ON public.p FOR EACH ROW EXECUTE FUNCTION public.tf();
CREATE INDEX pv ON public.p (v);
CREATE TABLE public.fk (p int REFERENCES public.p);
-- @rows
INSERT INTO public.p VALUES (1), (2), (11); INSERT INTO public.fk VALUES (2);
-- @rows source
INSERT INTO public.p VALUES (1), (2); INSERT INTO public.fk VALUES (2);
