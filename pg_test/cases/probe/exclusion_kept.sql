-- The two that overlap are left out.
-- @both
CREATE TABLE t (r int4range, off boolean);
-- @source
ALTER TABLE t ADD EXCLUDE USING gist (r WITH &&, int4range(lower(r), NULL) WITH =) WHERE (NOT off);
-- @rows
INSERT INTO t VALUES ('[1,5)', false), ('[4,9)', true), ('[7,9)', false);
