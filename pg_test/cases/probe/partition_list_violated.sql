-- A null in a partition that has no place for it.
-- @both
CREATE TABLE w (a text) PARTITION BY LIST (a);
-- @target
CREATE TABLE w1 (a text);
-- @source
CREATE TABLE w1 PARTITION OF w FOR VALUES IN ('it''s', 'b');
-- @rows
INSERT INTO w1 VALUES ('it''s'), (NULL);
-- @fails is violated by some row
