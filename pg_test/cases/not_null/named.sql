-- Names, comments, NOT VALID and NO INHERIT of NOT NULL constraints come, change and go.
-- @server 18
-- @both
CREATE SCHEMA "S";
CREATE TABLE "S".plain (a integer, b integer, c integer, d integer, e integer, f integer);
CREATE TABLE "S".keyed (id integer CONSTRAINT "the id" NOT NULL PRIMARY KEY, at date);
-- @target
ALTER TABLE "S".plain ADD CONSTRAINT one NOT NULL b, ADD CONSTRAINT gone NOT NULL c, ALTER d SET NOT NULL;
ALTER TABLE "S".plain ADD CONSTRAINT e_nn NOT NULL e NOT VALID;
COMMENT ON CONSTRAINT gone ON "S".plain IS 'goes';
COMMENT ON CONSTRAINT plain_d_not_null ON "S".plain IS 'was';
CREATE TABLE "S".old (x integer CONSTRAINT "x ""nn""" NOT NULL NO INHERIT, y integer NOT NULL);
-- @source
ALTER TABLE "S".plain ADD CONSTRAINT "Ünï ""a""" NOT NULL a, ADD CONSTRAINT other NOT NULL b, ADD CONSTRAINT dn NOT NULL d NO INHERIT;
ALTER TABLE "S".plain ADD CONSTRAINT e_nn NOT NULL e;
ALTER TABLE "S".plain ADD CONSTRAINT f_nn NOT NULL f NOT VALID;
COMMENT ON CONSTRAINT f_nn ON "S".plain IS 'not valid; it''s \ "so"';
ALTER TABLE "S".keyed RENAME CONSTRAINT "the id" TO keyed_id_not_null;
ALTER TABLE "S".keyed ADD COLUMN extra integer CONSTRAINT "extra!" NOT NULL;
COMMENT ON CONSTRAINT "extra!" ON "S".keyed IS 'extra';
-- @rows
INSERT INTO "S".plain VALUES (1, 2, 3, 4, 5, 6);
