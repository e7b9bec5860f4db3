A range type has nothing that can be altered: it is made anew under its columns, with its multirange.
-- @target
CREATE SCHEMA s;
CREATE TYPE s."R" AS RANGE (subtype = int);
CREATE TYPE s.t AS RANGE (subtype = text);
-- @source
CREATE SCHEMA s;
CREATE TYPE s."R" AS RANGE (subtype = bigint);
CREATE TYPE s.t AS RANGE (subtype = text, collation = "C", multirange_type_name = s.many);
-- @both
ALTER TYPE s.t OWNER TO alice;
COMMENT ON TYPE s."R" IS 'kept';
CREATE TABLE s.tab (id int PRIMARY KEY, r s."R", rs s."R"[], t s.t DEFAULT '[a,b)', CONSTRAINT x EXCLUDE USING gist (r WITH &&), CHECK (NOT isempty(t)));
CREATE VIEW s.v AS SELECT lower(r), upper(t) FROM s.tab;
CREATE FUNCTION s.f(s."R") RETURNS s.t LANGUAGE sql AS 'SELECT NULL::s.t';
-- @rows
INSERT INTO s.tab VALUES (1, '[1,5)', '{"[1,2)",empty}', '[a,z]'), (2, NULL, NULL, NULL);
-- @rows source
INSERT INTO s.tab VALUES (1, '[1,5)', '{"[1,2)",empty}', '[a,z]'), (2, NULL, NULL, NULL);
