-- What CREATE OR REPLACE takes, under a view, a default, a check, an index, a trigger: they stay. Owner, grants, comment too.
-- @target
CREATE FUNCTION public.f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION public.attributes(a int, b int DEFAULT 1) RETURNS SETOF int LANGUAGE sql STRICT STABLE SECURITY DEFINER COST 7 ROWS 9
  PARALLEL SAFE SET work_mem = '4MB' AS 'SELECT $1';
CREATE FUNCTION public.trig() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION public.lang(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- @source
CREATE FUNCTION public.f(a int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT $1 + 0';
CREATE FUNCTION public.attributes(a int, b int DEFAULT 2) RETURNS SETOF int LANGUAGE sql VOLATILE COST 8
  SET statement_timeout = '1s' AS 'SELECT $1';
CREATE FUNCTION public.trig() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN\n  RETURN NULL;\nEND';
CREATE FUNCTION public.lang(a int) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
-- @both
ALTER FUNCTION public.f OWNER TO alice;
GRANT EXECUTE ON FUNCTION public.f TO bob;
COMMENT ON FUNCTION public.f IS 'stays';
CREATE TABLE public.t (id int DEFAULT public.f(1) CHECK (public.f(id) > 0), g int GENERATED ALWAYS AS (public.f(id)) STORED);
CREATE INDEX ON public.t (public.f(id));
CREATE VIEW public.v AS SELECT public.f(id) FROM public.t;
CREATE TRIGGER tg BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.trig();
-- @rows
INSERT INTO public.t VALUES (1);
ALTER TABLE public.t DISABLE TRIGGER tg;
INSERT INTO public.t VALUES (2);
ALTER TABLE public.t ENABLE TRIGGER tg;
