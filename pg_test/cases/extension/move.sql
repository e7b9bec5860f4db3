-- Another schema, under a column, an index, a view and a function.
-- @both
CREATE SCHEMA "To";
CREATE EXTENSION hstore WITH SCHEMA public;
CREATE EXTENSION citext WITH SCHEMA public;
CREATE TABLE public.t (id int, h hstore, c citext PRIMARY KEY);
CREATE INDEX ON public.t USING gist (h);
CREATE VIEW public.v AS SELECT h -> 'a' AS a FROM public.t;
CREATE FUNCTION public.f(hstore) RETURNS text LANGUAGE sql AS 'SELECT 1::text';
-- @source
ALTER EXTENSION hstore SET SCHEMA "To";
COMMENT ON EXTENSION citext IS 'other';
-- @rows
INSERT INTO public.t VALUES (1, 'a=>1', 'x');
-- @rows source
INSERT INTO public.t VALUES (1, 'a=>1', 'x');
