-- A partition joins a table with triggers, one of which is switched off on it; or leaves it. It has one of that name before.
-- @target
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.p (a int, b int) PARTITION BY RANGE (a);
CREATE TRIGGER tr AFTER INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TRIGGER tr2 AFTER INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TABLE public.c (a int, b int);
CREATE TRIGGER tr AFTER INSERT ON public.c FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TABLE public.d (a int, b int);
CREATE TRIGGER tr2 BEFORE INSERT ON public.d FOR EACH ROW EXECUTE FUNCTION public.f();
-- @source
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.p (a int, b int) PARTITION BY RANGE (a);
CREATE TRIGGER tr AFTER INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TRIGGER tr2 AFTER INSERT ON public.p FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TABLE public.c PARTITION OF public.p FOR VALUES FROM (0) TO (10);
CREATE TABLE public.d PARTITION OF public.p FOR VALUES FROM (10) TO (20);
ALTER TABLE public.d DISABLE TRIGGER tr2;
-- @rows
INSERT INTO public.c VALUES (1, 1);
-- @rows source
INSERT INTO public.c VALUES (1, 1);
