-- What is new has no rows to refer to.
-- @both
CREATE TABLE t (a int);
-- @source
CREATE TABLE o (x int PRIMARY KEY);
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES o;
-- @rows
INSERT INTO t VALUES (1);
-- @fails violates foreign key constraint
