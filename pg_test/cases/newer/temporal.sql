-- WITHOUT OVERLAPS and PERIOD.
-- @server 18
-- @both
CREATE SCHEMA "S";
CREATE TABLE "S".room (id int4range, during daterange, at daterange, n integer);
CREATE TABLE "S".booking (id int4range, during daterange, at daterange);
-- @target
ALTER TABLE "S".room ADD CONSTRAINT key PRIMARY KEY (id, during WITHOUT OVERLAPS);
ALTER TABLE "S".booking ADD CONSTRAINT fk FOREIGN KEY (id, PERIOD during) REFERENCES "S".room (id, PERIOD during);
-- @source
ALTER TABLE "S".room ADD CONSTRAINT key PRIMARY KEY (id, at WITHOUT OVERLAPS), ADD CONSTRAINT "u n" UNIQUE (id, during WITHOUT OVERLAPS) DEFERRABLE;
ALTER TABLE "S".booking ADD CONSTRAINT fk FOREIGN KEY (id, PERIOD during) REFERENCES "S".room (id, PERIOD at) NOT ENFORCED;
CREATE TABLE "S".fresh (id int4range, v daterange, PRIMARY KEY (id, v WITHOUT OVERLAPS));
-- @rows
INSERT INTO "S".room VALUES ('[1,2)', '[2020-01-01,2021-01-01)', '[2020-01-01,2021-01-01)', 1);
