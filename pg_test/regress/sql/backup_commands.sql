-- What covers the losses of a plan, and brings them back.
\c :source
CREATE SCHEMA shop;
CREATE TYPE shop.state AS ENUM ('open');
CREATE TABLE shop.fine (id integer);
CREATE TABLE shop.customer (id integer);
CREATE TABLE shop.odd (id integer);
\c :target
CREATE SCHEMA shop;
CREATE TABLE shop.fine (id integer);
CREATE TABLE shop.customer (id integer, fax text);
CREATE TABLE shop.odd (id integer);
CREATE TABLE shop.measured (id integer) PARTITION BY RANGE (id);
CREATE TABLE shop.measured_1 PARTITION OF shop.measured FOR VALUES FROM (0) TO (10);
CREATE TABLE shop."O'Brien's $(rm) ""x""
y" (id integer);
INSERT INTO shop."O'Brien's $(rm) ""x""
y" VALUES (1), (2);
\set options '{"exclude_schemas": ["public"]}'
\pset format unaligned
\x on
SELECT purpose, command, covers FROM pgdiff.backup_commands(:'source', options => :'options');
SELECT purpose, command, covers FROM pgdiff.backup_commands(:'source', :'target', options => '{"drop": "no"}');
SELECT purpose, command FROM pgdiff.backup_commands(:'source', options => '{"exclude_schemas": ["public", "shop"], "scope": "cluster"}') WHERE purpose = 'globals';
