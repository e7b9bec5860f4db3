-- Exclusion constraints and access methods of partitioned tables; partitions have one of their own already, or none.
-- @server 17
-- @both
CREATE SCHEMA "X";
CREATE ACCESS METHOD "heap 2" TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE "X".p (s int4range, r int4range, t tsrange) PARTITION BY RANGE (s);
CREATE TABLE p1 PARTITION OF "X".p DEFAULT;
-- @target
ALTER TABLE "X".p ADD CONSTRAINT "ex ""1""" EXCLUDE USING gist (s WITH =, r WITH &&);
COMMENT ON CONSTRAINT "ex ""1""" ON "X".p IS 'one';
ALTER TABLE "X".p SET ACCESS METHOD "heap 2";
CREATE TABLE other PARTITION OF "X".p FOR VALUES FROM ('[1,2)') TO ('[5,6)');
-- @source
ALTER TABLE p1 ADD CONSTRAINT own EXCLUDE USING gist (s WITH =, t WITH &&);
ALTER TABLE "X".p ADD CONSTRAINT "ex ""1""" EXCLUDE USING gist (s WITH =, r WITH &&, t WITH &&) WITH (fillfactor = 70) WHERE (r IS NOT NULL) DEFERRABLE;
CREATE TABLE other (s int4range, r int4range, t tsrange, CONSTRAINT mine EXCLUDE USING gist (s WITH =, r WITH &&, t WITH &&) WITH (fillfactor = 70) WHERE (r IS NOT NULL) DEFERRABLE);
ALTER TABLE "X".p ATTACH PARTITION other FOR VALUES FROM ('[1,2)') TO ('[7,8)');
-- @rows
INSERT INTO "X".p VALUES ('[1,2)', '[1,2)'), ('[9,10)', '[1,2)');
