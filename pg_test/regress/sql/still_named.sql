-- What goes, and the text of a function that stays still names: the server doesn't know, so the plan guesses.
\c :source
CREATE SCHEMA s;
CREATE FUNCTION s.overloaded(text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION s.asks() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    PERFORM s.gone(1), kept(2), overloaded('x');
    EXECUTE 'INSERT INTO "Old log" SELECT ''it''';
    RETURN nextval('s.numbers');
END $$;
CREATE FUNCTION s."asks ""too""; --
SELECT 1"() RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN s.gone(2); END';
CREATE FUNCTION s.changed() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION s.is_tracked() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
\c :target
CREATE SCHEMA s;
CREATE FUNCTION s.gone(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION s.overloaded(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION s.unused(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION s.changed() RETURNS integer LANGUAGE sql AS 'SELECT s.unused(1)';
CREATE TABLE s."Old log" (id integer);
CREATE TABLE s.numbers_of (id integer);
CREATE SEQUENCE s.numbers;
SELECT object_identity, hazards, risk, reason FROM pgdiff.plan(:'source', options => '{"schemas": ["s"]}')
 WHERE action = 'drop' ORDER BY object_identity COLLATE "C";
-- In the script it is a comment that no name gets out of.
SELECT line FROM regexp_split_to_table(pgdiff.script(:'source', options => '{"schemas": ["s"]}'), '\n') AS line WHERE line ~ 'still named';
