-- Every property of an ordinary table, in another schema, with another owner and names that need quotes.
-- @both
CREATE SCHEMA "Odd ""schema";
-- @source
CREATE TABLE "Odd ""schema"."select" (
    "Ä b" integer DEFAULT 5 NOT NULL,
    "user" text COLLATE "C" DEFAULT 'it''s \ odd',
    plain varchar(10)[] ,
    "from" numeric(10,2) DEFAULT (1 + 2),
    ts timestamp(3) with time zone DEFAULT now()
) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_vacuum_threshold = 100) TABLESPACE spare_space;
ALTER TABLE "Odd ""schema"."select" OWNER TO "Carol Ünï";
ALTER TABLE "Odd ""schema"."select" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "Odd ""schema"."select" REPLICA IDENTITY FULL;
ALTER TABLE "Odd ""schema"."select" ALTER COLUMN "user" SET STORAGE EXTERNAL, ALTER COLUMN "user" SET STATISTICS 500;
ALTER TABLE "Odd ""schema"."select" ALTER COLUMN "Ä b" SET (n_distinct = 7, n_distinct_inherited = -0.5);
ALTER TABLE "Odd ""schema"."select" ALTER COLUMN plain SET COMPRESSION pglz;
COMMENT ON TABLE "Odd ""schema"."select" IS 'a ''table''
on two lines';
COMMENT ON COLUMN "Odd ""schema"."select"."Ä b" IS E'a \\ column';
GRANT SELECT, INSERT ON "Odd ""schema"."select" TO reader_role WITH GRANT OPTION;
GRANT UPDATE ("user") ON "Odd ""schema"."select" TO "quo""ted";
CREATE TABLE "Odd ""schema"."no columns" ();
-- @rows source
INSERT INTO "Odd ""schema"."select" DEFAULT VALUES;
-- @lossy source table "Odd ""schema"."select"
