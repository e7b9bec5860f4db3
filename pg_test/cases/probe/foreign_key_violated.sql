-- One orphan; the row whose key is half null refers to nothing and needs nothing.
-- @both
CREATE TABLE o (x int, y text, PRIMARY KEY (x, y));
CREATE TABLE t (a int, b text);
-- @source
ALTER TABLE t ADD FOREIGN KEY (a, b) REFERENCES o (x, y);
-- @rows
INSERT INTO o VALUES (1, 'x');
INSERT INTO t VALUES (1, 'x'), (2, NULL), (2, 'x');
-- @fails violates foreign key constraint
