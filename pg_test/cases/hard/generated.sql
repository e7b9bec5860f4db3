-- A generated column's expression changes under dependents; plain to generated and back; another type.
-- @both
CREATE FUNCTION public.dbl(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT x * 2';
-- @target
CREATE TABLE public.t (id int PRIMARY KEY, a int, g int GENERATED ALWAYS AS (a + 1) STORED, p int, q int GENERATED ALWAYS AS (a * 2) STORED,
  r int GENERATED ALWAYS AS (public.dbl(a)) STORED NOT NULL);
-- @source
CREATE TABLE public.t (id int PRIMARY KEY, a int, g int GENERATED ALWAYS AS (a + 2) STORED, p int GENERATED ALWAYS AS (a * 3) STORED, q int,
  r bigint GENERATED ALWAYS AS (public.dbl(a) + 1) STORED NOT NULL);
-- @both
CREATE INDEX t_g ON public.t (g);
CREATE UNIQUE INDEX t_q ON public.t (q) INCLUDE (r);
ALTER TABLE public.t ADD CONSTRAINT c CHECK (g > 0), ADD CONSTRAINT u UNIQUE (r);
CREATE VIEW public.v AS SELECT id, g, p FROM public.t;
CREATE VIEW public.w AS SELECT g FROM public.v;
CREATE TABLE public.child () INHERITS (public.t);
GRANT SELECT (g), UPDATE (p) ON public.t TO alice;
COMMENT ON COLUMN public.t.g IS 'g';
ALTER TABLE public.t ALTER g SET STATISTICS 77;
CREATE FUNCTION public.tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER tr AFTER UPDATE OF p, q ON public.t FOR EACH ROW WHEN (old.g IS DISTINCT FROM new.g) EXECUTE FUNCTION public.tf();
-- @lossy table column public.t.p
-- @lossy source table column public.t.q
-- @rows
INSERT INTO public.t (id, a, p) VALUES (1, 2, 3), (2, 5, 6);
-- @rows source
INSERT INTO public.t (id, a, q) VALUES (1, 2, 3), (2, 5, 6);
