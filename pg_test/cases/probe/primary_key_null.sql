-- A null where the key is to be.
-- @both
CREATE TABLE t (a int, b int);
-- @source
ALTER TABLE t ADD PRIMARY KEY (a);
-- @rows
INSERT INTO t VALUES (1, 1), (NULL, 2);
-- @fails contains null values
