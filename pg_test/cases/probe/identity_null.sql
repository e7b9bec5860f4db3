-- What the server is to number holds a null.
-- @both
CREATE TABLE t (a int);
-- @source
ALTER TABLE t ALTER a SET NOT NULL, ALTER a ADD GENERATED ALWAYS AS IDENTITY;
-- @rows
INSERT INTO t VALUES (NULL);
-- @fails contains null values
