-- By its expression, and by nulls that are not distinct.
-- @both
CREATE TABLE t (a int, b text);
-- @source
CREATE UNIQUE INDEX i ON t (lower(b), (a % 2)) NULLS NOT DISTINCT;
-- @rows
INSERT INTO t VALUES (1, NULL), (3, NULL);
-- @fails could not create unique index
