-- The table that is referred to is partitioned, and so is the one that refers.
-- @both
CREATE TABLE o (x int PRIMARY KEY) PARTITION BY RANGE (x);
CREATE TABLE o1 PARTITION OF o DEFAULT;
CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF t DEFAULT;
-- @source
ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES o;
-- @rows
INSERT INTO o VALUES (1);
INSERT INTO t VALUES (1), (2);
-- @fails violates foreign key constraint
