-- Two states of everyday schemas, whose names stand above each: typed.
-- @target
-- typed
CREATE TYPE ty AS (a bigint, b text, c date); CREATE TABLE tyt OF ty (a WITH OPTIONS DEFAULT 3, PRIMARY KEY (b)); CREATE FUNCTION tyf() RETURNS SETOF ty LANGUAGE sql AS $$SELECT 1::bigint, 'x'::text, NULL::date$$; CREATE VIEW tyv AS SELECT a, b FROM tyf();
CREATE TABLE tyc (v ty, w ty[] DEFAULT ARRAY[ROW(1,'x',NULL)::ty]);
-- @source
-- typed
CREATE TABLE ty (a int, b text); CREATE TABLE tyt () INHERITS (ty); CREATE FUNCTION tyf() RETURNS TABLE (a int, b text) LANGUAGE sql AS $$SELECT 1, 'x'::text$$; CREATE VIEW tyv AS SELECT a, b FROM tyf();
CREATE TABLE tyc (v ty, w ty[]);
