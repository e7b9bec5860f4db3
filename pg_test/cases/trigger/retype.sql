-- A column changes type that triggers name in UPDATE OF and in WHEN; a trigger function is made anew.
-- @target
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.t (id int, n int, m int);
CREATE TRIGGER of_n AFTER UPDATE OF n ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TRIGGER when_n BEFORE UPDATE ON public.t FOR EACH ROW WHEN (OLD.n <> NEW.n) EXECUTE FUNCTION public.f();
CREATE TRIGGER of_m AFTER UPDATE OF m ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
ALTER TABLE public.t DISABLE TRIGGER of_n;
COMMENT ON TRIGGER when_n ON public.t IS 'when';
-- @source
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.t (id int, n text, m int);
CREATE TRIGGER of_n AFTER UPDATE OF n ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TRIGGER when_n BEFORE UPDATE ON public.t FOR EACH ROW WHEN (OLD.n <> NEW.n) EXECUTE FUNCTION public.f();
CREATE TRIGGER of_m AFTER UPDATE OF m ON public.t FOR EACH ROW EXECUTE FUNCTION public.f();
ALTER TABLE public.t DISABLE TRIGGER of_n;
COMMENT ON TRIGGER when_n ON public.t IS 'when';
-- @rows
INSERT INTO public.t VALUES (1, 2, 3);
-- @rows source
INSERT INTO public.t VALUES (1, '2', 3);
