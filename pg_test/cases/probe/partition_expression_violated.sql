-- An expression is the key, and a column comes with the attachment.
-- @target
CREATE TABLE w (a int, b text) PARTITION BY RANGE (lower(b), (a + 1));
CREATE TABLE w1 (a int, b text);
-- @source
CREATE TABLE w (a int, b text, c int) PARTITION BY RANGE (lower(b), (a + 1));
CREATE TABLE w1 PARTITION OF w FOR VALUES FROM ('a', 1) TO ('b', 2);
-- @rows
INSERT INTO w1 VALUES (0, 'A'), (7, 'C');
-- @fails is violated by some row
