-- Extensions: in a schema of their own, of a version, one that needs another; what uses them comes after.
-- @source
CREATE SCHEMA "Ext";
CREATE EXTENSION hstore WITH SCHEMA "Ext";
CREATE EXTENSION cube VERSION '1.4';
CREATE EXTENSION earthdistance;
COMMENT ON EXTENSION hstore IS 'mine';
COMMENT ON EXTENSION cube IS NULL;
CREATE TABLE public.t (id int, h "Ext".hstore DEFAULT 'a=>1', c cube);
CREATE INDEX ON public.t USING gin (h "Ext".gin_hstore_ops);
CREATE VIEW public.v AS SELECT id, h OPERATOR("Ext".->) 'a' AS a, earth() AS e FROM public.t;
