-- One name for objects of every kind in a schema, and another set on the other side, so that names change hands between kinds.
-- @target
CREATE SCHEMA x; CREATE SCHEMA y;
CREATE TABLE x.x (x int CONSTRAINT x CHECK (x > 0));
CREATE FUNCTION x.x() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- @source
CREATE SCHEMA x; CREATE SCHEMA y;
CREATE VIEW x.x AS SELECT 1 AS x;
CREATE PROCEDURE x.x() LANGUAGE sql AS 'SELECT 1';
-- @lossy table x.x
-- @target
-- @target
CREATE SEQUENCE y.b; CREATE TYPE y.c AS (c int); CREATE INDEX d ON x.x (x); CREATE DOMAIN y.e AS int; CREATE COLLATION y.f (locale = 'C'); CREATE TYPE y.g AS ENUM ('g');
CREATE TABLE y.h (h int); CREATE TRIGGER x BEFORE INSERT ON x.x EXECUTE FUNCTION suppress_redundant_updates_trigger(); CREATE POLICY x ON x.x; CREATE RULE x AS ON DELETE TO x.x DO INSTEAD NOTHING;
CREATE AGGREGATE y.i(int) (SFUNC = int4pl, STYPE = int);
-- @source
CREATE TABLE y.b (b int); CREATE VIEW y.c AS SELECT 1 AS c; CREATE TABLE y.d (d int); CREATE TYPE y.e AS ENUM ('e'); CREATE TYPE y.f AS (f int); CREATE DOMAIN y.g AS int;
CREATE TYPE y.h AS RANGE (subtype = int); CREATE FUNCTION y.i(int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE y.t (t int CONSTRAINT t CHECK (t > 0));
-- @lossy table y.h, sequence y.b
-- @lossy source table y.b, table y.d, table y.t
