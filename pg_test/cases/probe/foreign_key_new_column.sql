-- The column that refers is new: null in every row, and so refers to nothing.
-- @both
CREATE TABLE t (a int);
-- @source
CREATE TABLE o (x int PRIMARY KEY);
CREATE TABLE p (x int, y int, PRIMARY KEY (x, y));
ALTER TABLE t ADD COLUMN "B" int REFERENCES o, ADD COLUMN c int, ADD FOREIGN KEY (a, c) REFERENCES p, ADD FOREIGN KEY ("B", c) REFERENCES p MATCH FULL;
-- @rows
INSERT INTO t VALUES (1);
