-- A value that goes is in use.
-- @target
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (a mood);
-- @source
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (a mood);
-- @rows
INSERT INTO t VALUES ('sad');
-- @fails invalid input value for enum
