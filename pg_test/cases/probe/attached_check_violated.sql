-- The partition that is attached gets the check of its table.
-- @both
CREATE TABLE w (a int, b int, CHECK (b > 0)) PARTITION BY LIST (a);
-- @target
CREATE TABLE w1 (a int, b int);
-- @source
CREATE TABLE w1 PARTITION OF w DEFAULT;
-- @rows
INSERT INTO w1 VALUES (1, 1), (1, -1);
-- @fails is violated by some row
