-- A column of an extension's type goes over by the cast that the extension has for it: the type's text would be no JSON. Values can't come back.
-- @both
CREATE SCHEMA ext;
CREATE EXTENSION hstore SCHEMA ext;
-- @target
CREATE TABLE public.t (id integer, a ext.hstore DEFAULT ''::ext.hstore, b ext.hstore);
CREATE INDEX t_a ON public.t USING gin (a);
-- @source
CREATE TABLE public.t (id integer, a jsonb DEFAULT '{}'::jsonb, b json);
CREATE INDEX t_a ON public.t USING gin (a);
-- @rows
INSERT INTO public.t VALUES (1, NULL, NULL);
