-- What changes in place: storage parameters, tablespace, owner, access method, the extension that it depends on.
-- @options {"exclude": [{"type": "access method", "name": "*"}]}
-- @both
CREATE ACCESS METHOD heap_too TYPE TABLE HANDLER heap_tableam_handler;
CREATE EXTENSION hstore;
CREATE TABLE public.t (id int, a text);
-- @target
CREATE MATERIALIZED VIEW public.m WITH (fillfactor=70) AS SELECT id, a FROM public.t;
CREATE MATERIALIZED VIEW public.spaced TABLESPACE spare_space AS SELECT id FROM public.t;
CREATE MATERIALIZED VIEW public.method AS SELECT id FROM public.t;
CREATE MATERIALIZED VIEW public.ext AS SELECT id FROM public.t;
ALTER MATERIALIZED VIEW public.ext DEPENDS ON EXTENSION hstore;
-- @source
CREATE MATERIALIZED VIEW public.m WITH (autovacuum_enabled=false, fillfactor=80, toast.autovacuum_enabled=off) AS SELECT id, a FROM public.t;
ALTER MATERIALIZED VIEW public.m OWNER TO bob;
CREATE MATERIALIZED VIEW public.spaced AS SELECT id FROM public.t;
CREATE MATERIALIZED VIEW public.method USING heap_too AS SELECT id FROM public.t;
CREATE MATERIALIZED VIEW public.ext AS SELECT id FROM public.t;
