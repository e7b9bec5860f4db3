-- To itself, to a partitioned table, and half null.
-- @both
CREATE TABLE o (x int PRIMARY KEY) PARTITION BY LIST (x);
CREATE TABLE o1 PARTITION OF o FOR VALUES IN (1);
CREATE TABLE t (id int PRIMARY KEY, up int, a int, b text);
CREATE TABLE pair (x int, y text, UNIQUE (x, y));
-- @source
ALTER TABLE t ADD FOREIGN KEY (up) REFERENCES t, ADD FOREIGN KEY (a) REFERENCES o, ADD FOREIGN KEY (a, b) REFERENCES pair (x, y);
-- @rows
INSERT INTO o VALUES (1);
INSERT INTO t VALUES (1, NULL, 1, NULL), (2, 1, NULL, 'x');
