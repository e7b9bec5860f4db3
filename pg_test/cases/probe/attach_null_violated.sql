-- A null, which no range takes.
-- @both
CREATE TABLE w (a int, b text) PARTITION BY RANGE (a, lower(b));
-- @target
CREATE TABLE p (a int, b text);
-- @source
CREATE TABLE p PARTITION OF w FOR VALUES FROM (MINVALUE, MINVALUE) TO (MAXVALUE, MAXVALUE);
-- @rows
INSERT INTO p VALUES (1, 'x'), (1, NULL);
-- @fails is violated by some row
