-- Temporal keys with partitions, retyped columns, comments, and foreign keys that hang on them.
-- @server 18
-- @both
CREATE SCHEMA "T";
CREATE TABLE "T".p (id int4range, during daterange, n integer) PARTITION BY LIST (id);
CREATE TABLE "T".p1 PARTITION OF "T".p FOR VALUES IN ('[1,2)');
CREATE TABLE "T".m (id int4range NOT NULL, at datemultirange NOT NULL, spare daterange);
CREATE TABLE c (id int4range, during daterange, at datemultirange);
CREATE TYPE span AS RANGE (subtype = integer);
-- @target
ALTER TABLE "T".p ADD CONSTRAINT "p key" PRIMARY KEY (id, during WITHOUT OVERLAPS);
ALTER TABLE "T".m ADD CONSTRAINT mk UNIQUE (id, at WITHOUT OVERLAPS);
ALTER TABLE c ADD CONSTRAINT to_p FOREIGN KEY (id, PERIOD during) REFERENCES "T".p, ADD CONSTRAINT to_m FOREIGN KEY (id, PERIOD at) REFERENCES "T".m (id, PERIOD at);
CREATE TABLE u (id int8range, v int4range, CONSTRAINT uk PRIMARY KEY (id, v WITHOUT OVERLAPS), CONSTRAINT ue EXCLUDE USING gist (v WITH &&));
-- @source
ALTER TABLE "T".p ADD CONSTRAINT "p key" UNIQUE (id, during WITHOUT OVERLAPS);
ALTER TABLE "T".m ADD CONSTRAINT mk PRIMARY KEY (id, at WITHOUT OVERLAPS);
COMMENT ON CONSTRAINT mk ON "T".m IS 'temporal';
COMMENT ON INDEX "T".mk IS 'its index';
ALTER TABLE c ADD CONSTRAINT to_p FOREIGN KEY (id, PERIOD during) REFERENCES "T".p (id, PERIOD during), ADD CONSTRAINT to_m FOREIGN KEY (id, PERIOD at) REFERENCES "T".m;
CREATE TABLE u (id int4range, v int8range, CONSTRAINT uk PRIMARY KEY (id, v WITHOUT OVERLAPS) DEFERRABLE, CONSTRAINT ue EXCLUDE USING gist (id WITH =, v WITH &&));
ALTER TABLE u REPLICA IDENTITY FULL;
-- @rows
INSERT INTO "T".p VALUES ('[1,2)', '[2020-01-01,2021-01-01)', 1);
INSERT INTO "T".m VALUES ('[1,2)', '{[2020-01-01,2021-01-01)}');
INSERT INTO c VALUES ('[1,2)', '[2020-01-01,2020-02-01)', '{[2020-01-01,2020-02-01)}');
