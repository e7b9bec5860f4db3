-- Tables, their trigger functions and triggers that use each other's row types, made and dropped together.
-- @source
CREATE TABLE public.t (id int, n int);
CREATE FUNCTION public.same(a public.t, b public.t) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE ON public.t FOR EACH ROW WHEN (NOT public.same(OLD, NEW)) EXECUTE FUNCTION public.f();
CREATE VIEW public.v AS SELECT * FROM public.t;
CREATE TRIGGER vt INSTEAD OF DELETE ON public.v FOR EACH ROW EXECUTE FUNCTION public.f();
