-- Divided by something else, it has no place for a null.
-- @target
CREATE TABLE w (a int, b int) PARTITION BY LIST (a);
CREATE TABLE w1 PARTITION OF w DEFAULT;
-- @source
CREATE TABLE w (a int, b int) PARTITION BY RANGE (b);
CREATE TABLE w1 PARTITION OF w FOR VALUES FROM (MINVALUE) TO (10);
-- @rows
INSERT INTO w VALUES (1, 1), (2, NULL);
-- @fails no partition of relation
