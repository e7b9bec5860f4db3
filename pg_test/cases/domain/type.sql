Another base type or collation: the domain is made anew under the columns that hold it.
-- @target
CREATE SCHEMA s;
CREATE DOMAIN s.n AS integer DEFAULT 3 CHECK (VALUE > 0);
CREATE DOMAIN s.t AS varchar(5) COLLATE "C";
CREATE DOMAIN s."c D" AS text COLLATE "C";
-- @source
CREATE SCHEMA s;
CREATE DOMAIN s.n AS bigint DEFAULT 4 CHECK (VALUE > 0);
CREATE DOMAIN s.t AS varchar(10) COLLATE "C";
CREATE DOMAIN s."c D" AS text COLLATE "POSIX" NOT NULL;
-- @both
COMMENT ON DOMAIN s.n IS 'number';
CREATE TYPE s.c AS (n s.n, t s.t);
CREATE TABLE s.tab (id int PRIMARY KEY, n s.n DEFAULT 9, ns s.n[], t s.t, c s.c, d s."c D" UNIQUE);
CREATE VIEW s.v AS SELECT n + 1 AS n1, t FROM s.tab;
CREATE FUNCTION s.f(s.n) RETURNS s.t LANGUAGE sql AS $$ SELECT $1::text::s.t $$;
CREATE INDEX by_n ON s.tab (n) WHERE n > 4;
-- @rows
INSERT INTO s.tab VALUES (1, 7, '{1,2,NULL}', 'abc', ROW(5, 'x,"y'), 'd'), (2, NULL, NULL, NULL, NULL, 'e');
-- @rows source
INSERT INTO s.tab VALUES (1, 7, '{1,2,NULL}', 'abc', ROW(5, 'x,"y'), 'd'), (2, NULL, NULL, NULL, NULL, 'e');
