-- MATCH FULL wants all or none.
-- @both
CREATE TABLE o (x int, y text, PRIMARY KEY (x, y));
CREATE TABLE t (a int, b text);
-- @source
ALTER TABLE t ADD FOREIGN KEY (a, b) REFERENCES o (x, y) MATCH FULL;
-- @rows
INSERT INTO t VALUES (NULL, NULL), (2, NULL);
-- @fails violates foreign key constraint
