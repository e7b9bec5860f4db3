-- A schema with operators and shells of them.
-- @source
CREATE SCHEMA x;
CREATE FUNCTION x.f(int, text) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE OPERATOR x.<# (FUNCTION = x.f, LEFTARG = int, RIGHTARG = text, COMMUTATOR = OPERATOR(x.#>), NEGATOR = OPERATOR(x.<<#));
CREATE AGGREGATE x.biggest(text) (SFUNC = text_larger, STYPE = text, SORTOP = >);
