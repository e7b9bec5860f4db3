-- A table that becomes the default partition holds a row of another one.
-- @both
CREATE TABLE d (a int) PARTITION BY LIST (a);
CREATE TABLE d1 PARTITION OF d FOR VALUES IN (1);
-- @target
CREATE TABLE d2 (a int);
-- @source
CREATE TABLE d2 PARTITION OF d DEFAULT;
-- @rows
INSERT INTO d2 VALUES (5), (1);
-- @fails is violated by some row
