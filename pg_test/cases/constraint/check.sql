-- Check constraints: plain, over two columns, NO INHERIT, hostile names, with comments.
-- @both
CREATE SCHEMA "Größe ""x""";
CREATE TABLE "Größe ""x"""."select" (id int, "from" text, "Ü" numeric);
-- @source
ALTER TABLE "Größe ""x"""."select" ADD CONSTRAINT "check" CHECK ("from" <> 'it''s \ $$' AND "Ü" > 0);
ALTER TABLE "Größe ""x"""."select" ADD CONSTRAINT "Zwei; Spalten --" CHECK (id < "Ü") NO INHERIT;
COMMENT ON CONSTRAINT "check" ON "Größe ""x"""."select" IS 'O''Reilly \ says';
-- @rows
INSERT INTO "Größe ""x"""."select" VALUES (1, 'a', 2), (2, NULL, NULL);
-- @rows source
INSERT INTO "Größe ""x"""."select" VALUES (1, 'a', 2), (2, NULL, NULL);
