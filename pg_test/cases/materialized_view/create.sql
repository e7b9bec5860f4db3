-- Materialized views, populated or not, with everything on them.
-- @both
CREATE SCHEMA "S";
CREATE TABLE public.t (id int, "a b" text);
INSERT INTO public.t VALUES (1, 'x');
-- @source
CREATE MATERIALIZED VIEW "S"."mat view" WITH (fillfactor=70, toast.autovacuum_enabled=false) TABLESPACE spare_space AS
  SELECT id, "a b" FROM public.t;
ALTER MATERIALIZED VIEW "S"."mat view" OWNER TO "Carol Ünï";
CREATE UNIQUE INDEX "i x" ON "S"."mat view" (id) INCLUDE ("a b");
GRANT SELECT ON "S"."mat view" TO reader_role;
GRANT SELECT ("a b") ON "S"."mat view" TO PUBLIC;
COMMENT ON MATERIALIZED VIEW "S"."mat view" IS 'mat';
COMMENT ON COLUMN "S"."mat view"."a b" IS 'col';
ALTER MATERIALIZED VIEW "S"."mat view" ALTER COLUMN id SET STATISTICS 55;
ALTER MATERIALIZED VIEW "S"."mat view" ALTER COLUMN "a b" SET STORAGE EXTERNAL;
ALTER MATERIALIZED VIEW "S"."mat view" ALTER COLUMN id SET (n_distinct=7);
ALTER MATERIALIZED VIEW "S"."mat view" CLUSTER ON "i x";
CREATE MATERIALIZED VIEW public.empty AS SELECT count(*) AS n FROM "S"."mat view" WITH NO DATA;
CREATE MATERIALIZED VIEW public.upper AS SELECT * FROM public.empty WITH NO DATA;
