-- Two rows of the same keys, and nulls that are none.
-- @both
CREATE SCHEMA s;
CREATE TABLE s.t (a int, "b ""x" text);
-- @source
ALTER TABLE s.t ADD CONSTRAINT "odd, (name" UNIQUE (a, "b ""x");
-- @rows
INSERT INTO s.t VALUES (1, 'x'), (1, 'x'), (2, NULL), (2, NULL);
-- @fails could not create unique index
