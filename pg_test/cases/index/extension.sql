-- Indexes, keys and triggers that DEPEND ON EXTENSION: said when they are made, and changed in place.
-- @both
CREATE EXTENSION citext;
CREATE TABLE public.t (id int NOT NULL, n int CONSTRAINT t_n UNIQUE);
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE INDEX stays ON public.t (n);
CREATE TRIGGER stays BEFORE INSERT ON public.t EXECUTE FUNCTION public.f();
-- @source
ALTER INDEX public.stays DEPENDS ON EXTENSION citext;
ALTER INDEX public.t_n DEPENDS ON EXTENSION citext;
ALTER TRIGGER stays ON public.t DEPENDS ON EXTENSION citext;
CREATE INDEX "New" ON public.t (id, n);
ALTER INDEX public."New" DEPENDS ON EXTENSION citext;
ALTER TABLE public.t ADD CONSTRAINT t_key PRIMARY KEY (id);
ALTER INDEX public.t_key DEPENDS ON EXTENSION citext;
CREATE TRIGGER new BEFORE INSERT ON public.t EXECUTE FUNCTION public.f();
ALTER TRIGGER new ON public.t DEPENDS ON EXTENSION citext;
