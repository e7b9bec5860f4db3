-- Triggers FOR UPDATE OF and with WHEN on a column that gets another type; checks that the server prints in another way each round.
-- @both
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
-- @target
CREATE TABLE public.t (id integer, v varchar(10), n integer, CONSTRAINT in_list CHECK (v IN ('a', 'b')), CONSTRAINT between_them CHECK (n BETWEEN 1 AND 5 AND v LIKE 'a%'));
-- @source
CREATE TABLE public.t (id integer, v text, n bigint, CONSTRAINT in_list CHECK (v IN ('a', 'b')), CONSTRAINT between_them CHECK (n BETWEEN 1 AND 5 AND v LIKE 'a%'));
-- @both
ALTER TABLE public.t ADD CONSTRAINT any_of CHECK (v = ANY (ARRAY['a', 'b', 'c']) OR n::text ~~ '1%' OR v <> ALL ('{x,y}'));
CREATE TABLE public.same (v varchar(5) CHECK (v IN ('x', 'y')), w char(3) CHECK (w IN ('abc')), d date CHECK (d > '2020-01-01' AND d - interval '1 day' < '2030-01-01'), n numeric CHECK (n IN (1, 2.5)));
CREATE TRIGGER of_v BEFORE UPDATE OF v, n ON public.t FOR EACH ROW WHEN (OLD.v IS DISTINCT FROM NEW.v AND NEW.n > 3) EXECUTE FUNCTION public.tf();
ALTER TABLE public.t DISABLE TRIGGER of_v;
COMMENT ON TRIGGER of_v ON public.t IS 'trigger';
-- @rows
INSERT INTO public.t VALUES (1, 'a', 2);
-- @rows source
INSERT INTO public.t VALUES (1, 'a', 2);
