-- A trigger of a partitioned table whose copies on partitions are disabled, or fire in another way; the trigger itself changes too.
-- @both
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.t (k integer, v text) PARTITION BY LIST (k);
CREATE TABLE public.one PARTITION OF public.t FOR VALUES IN (1);
CREATE TABLE public.two PARTITION OF public.t FOR VALUES IN (2) PARTITION BY LIST (v);
CREATE TABLE public.two_a PARTITION OF public.two DEFAULT;
-- @target
CREATE TRIGGER tr AFTER INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
CREATE TRIGGER up AFTER UPDATE OF v ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
ALTER TABLE public.one DISABLE TRIGGER tr;
-- @source
CREATE TRIGGER tr AFTER INSERT OR DELETE ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
CREATE TRIGGER up AFTER UPDATE OF v ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
CREATE TRIGGER new AFTER UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.tf();
ALTER TABLE public.one DISABLE TRIGGER tr;
ALTER TABLE public.two_a DISABLE TRIGGER up;
ALTER TABLE public.one ENABLE ALWAYS TRIGGER new;
-- @rows
INSERT INTO public.t VALUES (1, 'x');
