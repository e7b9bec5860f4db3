-- Another result type: the function is made anew, and with it the view on it and the view on that, the default, the check, the
-- index, the policy, the other function's default argument.
-- @both
CREATE SCHEMA s;
-- @target
CREATE FUNCTION s.f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1';
-- @source
CREATE FUNCTION s.f(a int) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT $1::bigint';
-- @both
ALTER FUNCTION s.f OWNER TO "Carol Ünï";
GRANT EXECUTE ON FUNCTION s.f TO bob;
COMMENT ON FUNCTION s.f IS 'f';
CREATE TABLE s.t (id int, d bigint DEFAULT s.f(7), CONSTRAINT positive CHECK (s.f(id) > 0));
COMMENT ON CONSTRAINT positive ON s.t IS 'c';
CREATE INDEX t_f ON s.t (s.f(id)) WHERE s.f(id) > 3;
COMMENT ON INDEX s.t_f IS 'i';
CREATE POLICY p ON s.t USING (s.f(id) > 0);
ALTER TABLE s.t ENABLE ROW LEVEL SECURITY;
CREATE VIEW s.v AS SELECT s.f(id) AS x FROM s.t;
GRANT SELECT ON s.v TO alice;
CREATE VIEW s.w AS SELECT x FROM s.v;
COMMENT ON VIEW s.w IS 'w';
CREATE FUNCTION s.g(b bigint DEFAULT s.f(1)) RETURNS bigint LANGUAGE sql AS 'SELECT $1';
CREATE VIEW s.of_g AS SELECT s.g();
-- @rows
INSERT INTO s.t (id) VALUES (1), (2);
-- @rows source
INSERT INTO s.t (id) VALUES (1), (2);
