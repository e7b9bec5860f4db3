-- The same name in another schema is another table; a view, a sequence and a type take names that tables had.
-- @both
CREATE SCHEMA a;
CREATE SCHEMA b;
-- @target
CREATE TABLE a.t (i integer);
CREATE TABLE a.becomes_view (i integer);
CREATE TABLE a.becomes_type (i integer);
CREATE SEQUENCE a.becomes_table;
-- @source
CREATE TABLE b.t (i integer);
CREATE VIEW a.becomes_view AS SELECT 1 AS i;
CREATE TYPE a.becomes_type AS ENUM ('x');
CREATE TABLE a.becomes_table (i integer);
-- @rows
INSERT INTO a.t VALUES (1);
-- @lossy table a.t
