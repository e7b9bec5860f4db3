-- A child's check that comes from its parents only has a comment, and the parents' is made anew.
-- @target
CREATE TABLE p (a integer, b integer, CONSTRAINT k CHECK (a > 0), CONSTRAINT l CHECK (b > 0));
-- @source
CREATE TABLE p (a integer, b bigint, CONSTRAINT k CHECK (a > 1), CONSTRAINT l CHECK (b > 0));
-- @both
CREATE TABLE child (z integer) INHERITS (p);
CREATE TABLE grandchild () INHERITS (child);
COMMENT ON CONSTRAINT k ON child IS 'child''s';
COMMENT ON CONSTRAINT l ON grandchild IS 'grandchild''s';
