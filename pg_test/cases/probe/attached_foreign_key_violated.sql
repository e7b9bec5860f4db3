-- The partition that is attached gets the foreign key of its table.
-- @both
CREATE TABLE o (x int PRIMARY KEY);
CREATE TABLE w (a int REFERENCES o) PARTITION BY LIST (a);
-- @target
CREATE TABLE w1 (a int);
-- @source
CREATE TABLE w1 PARTITION OF w DEFAULT;
-- @rows
INSERT INTO w1 VALUES (1);
-- @fails violates foreign key constraint
