-- Keys of the same columns, of which CREATE TABLE would leave one out; and the comment of a key's index.
-- @both
CREATE TABLE public.alters (id integer CONSTRAINT key PRIMARY KEY, other integer CONSTRAINT other_key UNIQUE);
COMMENT ON INDEX public.key IS 'both';
-- @source
CREATE TABLE public.t (a integer, b integer, c integer);
ALTER TABLE public.t ADD CONSTRAINT one UNIQUE (a, b) INCLUDE (c);
ALTER TABLE public.t ADD CONSTRAINT two UNIQUE (a, b) INCLUDE (c);
ALTER TABLE public.t ADD CONSTRAINT a_key UNIQUE (a);
ALTER TABLE public.t ADD CONSTRAINT "Primary" PRIMARY KEY (a);
ALTER TABLE public.t ADD CONSTRAINT late UNIQUE (a) DEFERRABLE;
ALTER TABLE public.t ADD CONSTRAINT excludes EXCLUDE USING btree (c WITH =) WHERE (c > 0);
ALTER TABLE public.t ADD CONSTRAINT excludes_too EXCLUDE USING btree (c WITH =) WHERE (c > 0);
ALTER TABLE public.t ADD CONSTRAINT excludes_all EXCLUDE USING btree (c WITH =);
COMMENT ON CONSTRAINT "Primary" ON public.t IS 'the constraint''s';
COMMENT ON INDEX public."Primary" IS 'the index''s';
COMMENT ON INDEX public.other_key IS 'source only';
COMMENT ON INDEX public.key IS 'source''s';
-- @rows source
INSERT INTO public.t VALUES (1, 2, 3);
-- @lossy source table public.t
