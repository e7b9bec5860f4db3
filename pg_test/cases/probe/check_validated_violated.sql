-- NOT VALID is to be valid.
-- @target
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
-- @source
CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0));
-- @rows
ALTER TABLE t DROP CONSTRAINT c;
INSERT INTO t VALUES (-1);
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
-- @fails is violated by some row
