-- The default partition, whose rows a trigger would see go, holds one of the new partition.
-- @both
CREATE TABLE d (a int) PARTITION BY LIST (a);
CREATE TABLE "d D" PARTITION OF d DEFAULT;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END';
CREATE TRIGGER x AFTER DELETE ON "d D" FOR EACH ROW EXECUTE FUNCTION f();
-- @source
CREATE TABLE d1 PARTITION OF d FOR VALUES IN (1, 2);
-- @rows
INSERT INTO d VALUES (5), (2);
-- @fails default partition "d D" would be violated
