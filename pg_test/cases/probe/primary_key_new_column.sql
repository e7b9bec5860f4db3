-- All rows would have the same value in the new key.
-- @both
CREATE TABLE t (a int);
-- @source
ALTER TABLE t ADD k int NOT NULL DEFAULT 1 PRIMARY KEY;
-- @rows
INSERT INTO t VALUES (1), (2);
-- @fails could not create unique index
