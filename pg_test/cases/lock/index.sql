-- Indexes that are built, dropped, renamed and given other parameters.
-- @options {"renames": [{"type": "index", "from": "public.old_name", "to": "new_name"}]}
-- @options source {"renames": [{"type": "index", "from": "public.new_name", "to": "old_name"}]}
-- @both
CREATE MATERIALIZED VIEW public.m AS SELECT 1 AS id;
-- @target
CREATE TABLE public.built (c integer);
CREATE TABLE public.dropped (c integer);
CREATE INDEX dropped_c ON public.dropped (c);
CREATE TABLE public.named (c integer);
CREATE INDEX old_name ON public.named (c);
CREATE TABLE public.stored (c integer);
CREATE INDEX stored_c ON public.stored (c);
CREATE TABLE public.moved (c integer);
CREATE INDEX moved_c ON public.moved (c);
CREATE TABLE public.clustered (c integer);
CREATE INDEX clustered_c ON public.clustered (c);
CREATE TABLE public.other (c integer);
CREATE INDEX other_c ON public.other (c);
-- @source
CREATE TABLE public.built (c integer);
CREATE INDEX built_c ON public.built (c);
CREATE UNIQUE INDEX built_c_unique ON public.built (c);
CREATE TABLE public.dropped (c integer);
CREATE TABLE public.named (c integer);
CREATE INDEX new_name ON public.named (c);
CREATE TABLE public.stored (c integer);
CREATE INDEX stored_c ON public.stored (c) WITH (fillfactor = 70);
CREATE TABLE public.moved (c integer);
CREATE INDEX moved_c ON public.moved (c) TABLESPACE spare_space;
CREATE TABLE public.clustered (c integer);
CREATE INDEX clustered_c ON public.clustered (c);
ALTER TABLE public.clustered CLUSTER ON clustered_c;
CREATE TABLE public.other (c integer);
CREATE INDEX other_c ON public.other (c DESC);
CREATE INDEX m_id ON public.m (id);
-- @rows
INSERT INTO public.built VALUES (1);
INSERT INTO public.dropped VALUES (1);
INSERT INTO public.moved VALUES (1);
INSERT INTO public.other VALUES (1);
