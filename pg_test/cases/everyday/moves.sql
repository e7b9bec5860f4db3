-- What people do: move tables, types, functions, sequences, views to another schema; swap two tables' names; turn a table into a view.
-- @both
CREATE SCHEMA old; CREATE SCHEMA new;
-- @target
CREATE TYPE old.e AS ENUM ('a');
CREATE TABLE old.t (id serial PRIMARY KEY, e old.e);
CREATE VIEW old.v AS SELECT * FROM old.t;
CREATE FUNCTION old.f(old.t) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE old.s;
CREATE TABLE old.a (x int); CREATE TABLE old.b (y text);
CREATE TABLE old.data (id int);
-- @source
CREATE TYPE new.e AS ENUM ('a');
CREATE TABLE new.t (id serial PRIMARY KEY, e new.e);
CREATE VIEW new.v AS SELECT * FROM new.t;
CREATE FUNCTION new.f(new.t) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE SEQUENCE new.s;
CREATE TABLE old.b (x int); CREATE TABLE old.a (y text);
CREATE TABLE old.base (id int, hidden boolean);
CREATE VIEW old.data AS SELECT id FROM old.base WHERE NOT hidden;
