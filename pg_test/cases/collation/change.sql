A collation can't be altered: it is made anew under the columns, indexes, domains and types that use it.
-- @target
CREATE SCHEMA s;
CREATE COLLATION s."C o" (provider = icu, locale = 'de');
-- @source
CREATE SCHEMA s;
CREATE COLLATION s."C o" (provider = icu, locale = 'en', deterministic = false);
-- @both
COMMENT ON COLLATION s."C o" IS 'kept';
CREATE DOMAIN s.d AS text COLLATE s."C o";
CREATE TYPE s.c AS (a text COLLATE s."C o", b int);
CREATE TYPE s.r AS RANGE (subtype = text, collation = s."C o");
CREATE TABLE s.t (id int PRIMARY KEY, a varchar(9) COLLATE s."C o" UNIQUE DEFAULT 'x', d s.d, c s.c, r s.r);
CREATE INDEX i ON s.t ((d::text) COLLATE s."C o");
CREATE VIEW s.v AS SELECT a, d FROM s.t ORDER BY a;
CREATE FUNCTION s.f() RETURNS bool LANGUAGE sql BEGIN ATOMIC SELECT 'a' < 'b' COLLATE s."C o"; END;
-- @rows
INSERT INTO s.t VALUES (1, 'abc', 'x', ROW('y', 1), '[a,b)'), (2, NULL, NULL, NULL, NULL);
-- @rows source
INSERT INTO s.t VALUES (1, 'abc', 'x', ROW('y', 1), '[a,b)'), (2, NULL, NULL, NULL, NULL);
