-- Nulls are no duplicates, nor is what the predicate leaves out; a child has rows of its own.
-- @both
CREATE TABLE t (a int, b text);
CREATE TABLE child () INHERITS (t);
-- @source
ALTER TABLE t ADD UNIQUE (a, b);
CREATE UNIQUE INDEX i ON t (lower(b)) WHERE a > 5;
CREATE UNIQUE INDEX j ON t (b COLLATE "C" text_pattern_ops DESC NULLS LAST, (a + 1)) INCLUDE (a);
-- @rows
INSERT INTO t VALUES (1, 'x'), (2, NULL), (2, NULL), (3, 'X');
INSERT INTO child VALUES (1, 'x');
