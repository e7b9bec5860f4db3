-- Index expressions over functions and collations that are made anew, on a table and a materialized view, clustered and replicated by.
-- @target
CREATE COLLATION public.co (provider = icu, locale = 'de');
CREATE FUNCTION public.f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE public.t (id int NOT NULL, label text);
CREATE INDEX fi ON public.t (public.f(id));
CREATE UNIQUE INDEX ui ON public.t (id);
CREATE INDEX ci ON public.t (label COLLATE public.co);
ALTER TABLE public.t REPLICA IDENTITY USING INDEX ui;
ALTER TABLE public.t CLUSTER ON fi;
CREATE MATERIALIZED VIEW public.m AS SELECT id FROM public.t;
CREATE INDEX mi ON public.m (public.f(id));
COMMENT ON INDEX public.mi IS 'of m';
-- @source
CREATE COLLATION public.co (provider = icu, locale = 'fr');
CREATE FUNCTION public.f(int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE public.t (id int NOT NULL, label text);
CREATE INDEX fi ON public.t (public.f(id));
CREATE UNIQUE INDEX ui ON public.t (id) INCLUDE (label);
CREATE INDEX ci ON public.t (label COLLATE public.co);
ALTER TABLE public.t REPLICA IDENTITY USING INDEX ui;
ALTER TABLE public.t CLUSTER ON fi;
CREATE MATERIALIZED VIEW public.m AS SELECT id FROM public.t;
CREATE INDEX mi ON public.m (public.f(id));
COMMENT ON INDEX public.mi IS 'of m';
-- @rows
INSERT INTO public.t VALUES (1, 'x');
-- @rows source
INSERT INTO public.t VALUES (1, 'x');
