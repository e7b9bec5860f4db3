-- Every other row has another remainder.
-- @both
CREATE TABLE "W" (a int, "B b" text) PARTITION BY HASH (a, "B b");
-- @target
CREATE TABLE w0 (a int, "B b" text);
-- @source
CREATE TABLE w0 PARTITION OF "W" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
-- @rows
INSERT INTO w0 SELECT g, 'x' FROM generate_series(1, 50) g;
-- @fails is violated by some row
