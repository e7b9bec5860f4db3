-- A tree of partitions with triggers switched differently at every level is made, dropped, and its bounds changed.
-- @both
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.q (a int, b int) PARTITION BY RANGE (a);
CREATE TRIGGER t AFTER INSERT ON public.q FOR EACH ROW EXECUTE FUNCTION public.f();
-- @target
CREATE TABLE public.q1 PARTITION OF public.q FOR VALUES FROM (0) TO (10);
ALTER TABLE public.q1 DISABLE TRIGGER t;
-- @source
CREATE TABLE public.q1 PARTITION OF public.q FOR VALUES FROM (0) TO (20);
ALTER TABLE public.q1 DISABLE TRIGGER t;
CREATE TABLE public.p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES FROM (10) TO (20) PARTITION BY LIST (b);
CREATE TABLE public.p21 PARTITION OF public.p2 FOR VALUES IN (1);
CREATE TABLE public.p22 PARTITION OF public.p2 FOR VALUES IN (2);
CREATE TRIGGER t AFTER INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.f();
ALTER TABLE public.p DISABLE TRIGGER t;
ALTER TABLE public.p2 ENABLE REPLICA TRIGGER t;
ALTER TABLE public.p21 ENABLE ALWAYS TRIGGER t;
-- @rows
INSERT INTO public.q VALUES (1, 1);
-- @rows source
INSERT INTO public.q VALUES (1, 1);
