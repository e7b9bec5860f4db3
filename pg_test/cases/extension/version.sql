-- Another version: by its update script, and made anew where no script leads back and no column uses it.
-- @target
CREATE EXTENSION pg_trgm VERSION '1.3';
CREATE EXTENSION hstore VERSION '1.8';
CREATE TABLE public.t (id int, a text);
CREATE INDEX ON public.t USING gin (a gin_trgm_ops);
-- @source
CREATE EXTENSION pg_trgm VERSION '1.6';
CREATE EXTENSION hstore VERSION '1.8';
CREATE TABLE public.t (id int, a text);
CREATE INDEX ON public.t USING gin (a gin_trgm_ops);
-- @rows
INSERT INTO public.t VALUES (1, 'abc');
