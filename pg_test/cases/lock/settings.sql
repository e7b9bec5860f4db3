-- What only changes the catalog: under a weak lock, or under the strongest one for a moment.
-- @options {"renames": [{"type": "table", "from": "public.old_name", "to": "new_name"}, {"type": "column", "from": "public.column_named.a", "to": "b"}]}
-- @options source {"renames": [{"type": "table", "from": "public.new_name", "to": "old_name"}, {"type": "column", "from": "public.column_named.b", "to": "a"}]}
-- @both
CREATE FUNCTION public.fires() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
-- @target
CREATE TABLE public.statistics (c integer);
CREATE TABLE public.fillfactor (c integer);
CREATE TABLE public.autovacuum (c integer);
CREATE TABLE public.commented (c integer);
CREATE TABLE public.published (c integer);
CREATE PUBLICATION all_of_it;
CREATE TABLE public.stored (c text);
CREATE TABLE public.compressed (c text);
CREATE TABLE public.gets_default (c integer);
CREATE TABLE public.loses_default (c integer DEFAULT 1);
CREATE TABLE public.identity_full (c integer);
CREATE TABLE public.unlogged (c integer);
CREATE TABLE public.moved (c integer);
CREATE TABLE public.triggered (c integer);
CREATE TABLE public.trigger_off (c integer);
CREATE TRIGGER off AFTER INSERT ON public.trigger_off EXECUTE FUNCTION public.fires();
CREATE TABLE public.trigger_goes (c integer);
CREATE TRIGGER goes AFTER INSERT ON public.trigger_goes EXECUTE FUNCTION public.fires();
CREATE TABLE public.secured (c integer);
CREATE TABLE public.policed (c integer);
CREATE TABLE public.ruled (c integer);
CREATE TABLE public.owned (c integer);
CREATE TABLE public.granted (c integer);
CREATE TABLE public.old_name (c integer);
CREATE TABLE public.column_named (a integer);
CREATE SEQUENCE public.counter;
CREATE TABLE public.counted (c integer);
CREATE STATISTICS public.together ON (c + 1) FROM public.counted;
-- @source
CREATE TABLE public.statistics (c integer);
ALTER TABLE public.statistics ALTER c SET STATISTICS 10;
CREATE TABLE public.fillfactor (c integer) WITH (fillfactor = 70);
CREATE TABLE public.autovacuum (c integer) WITH (autovacuum_enabled = off);
CREATE TABLE public.commented (c integer);
COMMENT ON TABLE public.commented IS 'x';
COMMENT ON COLUMN public.commented.c IS 'x';
CREATE TABLE public.published (c integer);
CREATE PUBLICATION all_of_it FOR TABLE public.published;
CREATE TABLE public.stored (c text);
ALTER TABLE public.stored ALTER c SET STORAGE EXTERNAL;
CREATE TABLE public.compressed (c text COMPRESSION pglz);
CREATE TABLE public.gets_default (c integer DEFAULT 1);
CREATE TABLE public.loses_default (c integer);
CREATE TABLE public.identity_full (c integer);
ALTER TABLE public.identity_full REPLICA IDENTITY FULL;
CREATE UNLOGGED TABLE public.unlogged (c integer);
CREATE TABLE public.moved (c integer) TABLESPACE spare_space;
CREATE TABLE public.triggered (c integer);
CREATE TRIGGER new AFTER INSERT ON public.triggered EXECUTE FUNCTION public.fires();
CREATE TABLE public.trigger_off (c integer);
CREATE TRIGGER off AFTER INSERT ON public.trigger_off EXECUTE FUNCTION public.fires();
ALTER TABLE public.trigger_off DISABLE TRIGGER off;
CREATE TABLE public.trigger_goes (c integer);
CREATE TABLE public.secured (c integer);
ALTER TABLE public.secured ENABLE ROW LEVEL SECURITY;
CREATE TABLE public.policed (c integer);
CREATE POLICY p ON public.policed USING (c > 0);
CREATE TABLE public.ruled (c integer);
CREATE RULE r AS ON DELETE TO public.ruled DO INSTEAD NOTHING;
CREATE TABLE public.owned (c integer);
ALTER TABLE public.owned OWNER TO alice;
CREATE TABLE public.granted (c integer);
GRANT SELECT ON public.granted TO bob;
CREATE TABLE public.new_name (c integer);
CREATE TABLE public.column_named (b integer);
CREATE SEQUENCE public.counter INCREMENT 5;
CREATE TABLE public.counted (c integer);
-- @rows
INSERT INTO public.statistics VALUES (1);
INSERT INTO public.unlogged VALUES (1);
INSERT INTO public.moved VALUES (1);
