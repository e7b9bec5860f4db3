-- Checks, keys, exclusions, partial indexes, policies, triggers and foreign keys on a column whose type is made anew.
-- @target
CREATE TYPE public.e AS ENUM ('a', 'b', 'c');
CREATE TABLE public.r (e public.e CONSTRAINT r_key PRIMARY KEY);
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.t (e public.e CONSTRAINT t_r REFERENCES public.r, n int, CONSTRAINT c CHECK (e <> 'a'), CONSTRAINT u UNIQUE (e, n), CONSTRAINT x EXCLUDE (e WITH =));
CREATE INDEX part ON public.t (n) WHERE e = 'b'::public.e;
CREATE POLICY p ON public.t USING (e = 'b');
CREATE TRIGGER tr AFTER UPDATE ON public.t FOR EACH ROW WHEN (NEW.e > 'a') EXECUTE FUNCTION public.tf();
COMMENT ON INDEX public.part IS 'partial';
-- @source
CREATE TYPE public.e AS ENUM ('b', 'c');
CREATE TABLE public.r (e public.e CONSTRAINT r_key PRIMARY KEY);
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TABLE public.t (e public.e CONSTRAINT t_r REFERENCES public.r, n int, CONSTRAINT c CHECK (e <> 'c'), CONSTRAINT u UNIQUE (e, n), CONSTRAINT x EXCLUDE (e WITH =));
CREATE INDEX part ON public.t (n) WHERE e = 'b'::public.e;
CREATE POLICY p ON public.t USING (e = 'b');
CREATE TRIGGER tr AFTER UPDATE ON public.t FOR EACH ROW WHEN (NEW.e > 'b') EXECUTE FUNCTION public.tf();
COMMENT ON INDEX public.part IS 'partial';
-- @rows
INSERT INTO public.r VALUES ('b');
INSERT INTO public.t VALUES ('b', 1);
-- @rows source
INSERT INTO public.r VALUES ('b');
INSERT INTO public.t VALUES ('b', 1);
