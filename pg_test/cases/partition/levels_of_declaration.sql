-- A check, an index and triggers change the level of partitions at which they are declared: the partition's check, which the table's takes along, is made again.
-- @target
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE public.p (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
CREATE TABLE public.p11 PARTITION OF public.p1 FOR VALUES FROM (0) TO (5);
CREATE TRIGGER a AFTER INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.tf(); CREATE TRIGGER b BEFORE INSERT ON public.p1 FOR EACH ROW EXECUTE FUNCTION public.tf(); CREATE TRIGGER c BEFORE INSERT ON public.p11 FOR EACH ROW EXECUTE FUNCTION public.tf();
ALTER TABLE public.p11 DISABLE TRIGGER a; CREATE INDEX ON public.p1 (v); ALTER TABLE public.p1 ADD CONSTRAINT ck CHECK (v > 0);
-- @source
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE public.p (id int, v int) PARTITION BY RANGE (id);
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
CREATE TABLE public.p11 PARTITION OF public.p1 FOR VALUES FROM (0) TO (6);
CREATE TRIGGER a BEFORE INSERT OR UPDATE ON public.p FOR EACH ROW WHEN (NEW.v > 1) EXECUTE FUNCTION public.tf(); CREATE TRIGGER b BEFORE INSERT ON public.p11 FOR EACH ROW EXECUTE FUNCTION public.tf(); CREATE TRIGGER c BEFORE INSERT ON public.p1 FOR EACH ROW EXECUTE FUNCTION public.tf();
ALTER TABLE public.p1 DISABLE TRIGGER a; CREATE INDEX ON public.p (v); ALTER TABLE public.p ADD CONSTRAINT ck CHECK (v > 0);
-- @rows
INSERT INTO public.p VALUES (1, 5);
