Values moved and renamed: the type is made anew, also inside a domain, a composite type and a range.
-- @target
CREATE SCHEMA s;
CREATE TYPE s.e AS ENUM ('x', 'y', 'z');
-- @source
CREATE SCHEMA s;
CREATE TYPE s.e AS ENUM ('z', 'y', 'x');
-- @both
COMMENT ON TYPE s.e IS 'kept';
ALTER TYPE s.e OWNER TO bob;
GRANT USAGE ON TYPE s.e TO reader_role;
CREATE DOMAIN s.d AS s.e DEFAULT 'x' CONSTRAINT not_y CHECK (VALUE <> 'y');
CREATE TYPE s.c AS (a s.e, b s.e[], d s.d);
CREATE TYPE s.r AS RANGE (subtype = s.e);
CREATE TABLE s.t (id int PRIMARY KEY, e s.e, d s.d DEFAULT 'z', c s.c, cs s.c[], r s.r);
CREATE VIEW s.v AS SELECT id, (c).b, e FROM s.t;
-- @rows
INSERT INTO s.t VALUES (1, 'x', 'z', ROW('z', '{x,y}', NULL), ARRAY[ROW('x', NULL, 'x')::s.c, NULL], '[x,x]'), (2, NULL, NULL, NULL, '{}', 'empty'), (3, 'y', 'x', ROW(NULL, NULL, NULL), NULL, NULL);
-- @rows source
INSERT INTO s.t VALUES (1, 'x', 'z', ROW('z', '{x,y}', NULL), ARRAY[ROW('x', NULL, 'x')::s.c, NULL], '[x,x]'), (2, NULL, NULL, NULL, '{}', 'empty'), (3, 'y', 'x', ROW(NULL, NULL, NULL), NULL, NULL);
