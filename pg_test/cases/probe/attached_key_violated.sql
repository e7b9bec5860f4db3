-- The partition that is attached gets the key of its table.
-- @both
CREATE TABLE w (a int PRIMARY KEY) PARTITION BY LIST (a);
-- @target
CREATE TABLE w1 (a int);
-- @source
CREATE TABLE w1 PARTITION OF w DEFAULT;
-- @rows
INSERT INTO w1 VALUES (1), (1);
-- @fails could not create unique index
