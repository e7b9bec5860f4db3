-- The partition that is attached gets NOT NULL from its table.
-- @both
CREATE TABLE w (a int, b int NOT NULL) PARTITION BY LIST (a);
-- @target
CREATE TABLE w1 (a int, b int);
-- @source
CREATE TABLE w1 PARTITION OF w DEFAULT;
-- @rows
INSERT INTO w1 VALUES (1, NULL);
-- @fails contains null values
