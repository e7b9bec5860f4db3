-- An index over whole rows, and a check of them, while columns of the table are retyped, added and dropped.
-- @target
CREATE TABLE public.t (id integer, a text, gone integer);
CREATE FUNCTION public.name(public.t) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.a::text';
CREATE INDEX t_name ON public.t (public.name(t.*));
ALTER TABLE public.t ADD CONSTRAINT named CHECK (public.name(t.*) <> '');
CREATE UNIQUE INDEX t_some ON public.t (id) WHERE t.* IS DISTINCT FROM NULL;
CREATE VIEW public.v AS SELECT id, public.name(t) AS name FROM public.t;
-- @source
CREATE TABLE public.t (id bigint, a varchar(20), come date);
CREATE FUNCTION public.name(public.t) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.a::text';
CREATE INDEX t_name ON public.t (public.name(t.*));
ALTER TABLE public.t ADD CONSTRAINT named CHECK (public.name(t.*) <> '');
CREATE UNIQUE INDEX t_some ON public.t (id) WHERE t.* IS DISTINCT FROM NULL;
CREATE VIEW public.v AS SELECT id, public.name(t) AS name FROM public.t;
-- @rows
INSERT INTO public.t VALUES (1, 'a');
-- @rows source
INSERT INTO public.t VALUES (1, 'a');
