-- A row that was there before the key refers to none.
-- @target
CREATE TABLE o (x int PRIMARY KEY);
CREATE TABLE t (b int);
INSERT INTO t VALUES (1);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES o NOT VALID;
-- @source
CREATE TABLE o (x int PRIMARY KEY);
CREATE TABLE t (b int);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES o;
-- @fails violates foreign key constraint
