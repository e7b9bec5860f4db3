-- What the check needs is made, or changed, by the same plan: the rows can't be asked yet, and say nothing wrong.
-- @target
CREATE TYPE mood AS ENUM ('sad');
CREATE FUNCTION f(int) RETURNS boolean IMMUTABLE LANGUAGE sql RETURN false;
CREATE TABLE t (a int, b mood, c text);
-- @source
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE FUNCTION f(int) RETURNS boolean IMMUTABLE LANGUAGE sql RETURN true;
CREATE TABLE t (a int CHECK (f(a)), b mood CHECK (b <> 'happy'), c text, d int DEFAULT 1 CHECK (d > 0));
-- @rows
INSERT INTO t VALUES (1, 'sad', 'x');
-- @rows source
INSERT INTO t VALUES (1, 'sad', 'x', 2);
-- @lossy source table column public.t.d
