-- A table that gets another key has a row that no partition takes.
-- @target
CREATE TABLE w (a int, b text) PARTITION BY LIST (a);
CREATE TABLE p PARTITION OF w DEFAULT;
-- @source
CREATE TABLE w (a int, b text) PARTITION BY LIST (b);
CREATE TABLE p PARTITION OF w FOR VALUES IN ('x');
-- @rows
INSERT INTO w VALUES (1, 'x'), (2, NULL);
-- @fails no partition of relation "w" found for row
