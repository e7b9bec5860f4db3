-- Two overlap.
-- @both
CREATE TABLE t (r int4range, off boolean);
-- @source
ALTER TABLE t ADD EXCLUDE USING gist (r WITH &&) WHERE (NOT off);
-- @rows
INSERT INTO t VALUES ('[1,5)', false), ('[4,9)', false), ('[4,9)', true);
-- @fails conflicts with
