-- NOT NULL from parents: what is the child's own, and what only comes from above.
-- @server 18
-- @both
CREATE TABLE p (a integer, b integer, c integer, d integer CONSTRAINT dnn NOT NULL);
CREATE TABLE child (e integer) INHERITS (p);
CREATE TABLE own (a integer, d integer CONSTRAINT "own d" NOT NULL) INHERITS (p);
-- @target
ALTER TABLE p ADD CONSTRAINT cnn NOT NULL c;
CREATE TABLE gone (c integer) INHERITS (p);
-- @source
ALTER TABLE own ADD CONSTRAINT "own a" NOT NULL a;
ALTER TABLE p ADD CONSTRAINT ann NOT NULL a, ADD CONSTRAINT bnn NOT NULL b;
ALTER TABLE child ALTER b SET NOT NULL;
CREATE TABLE fresh (CONSTRAINT "fresh b" NOT NULL b, z integer NOT NULL) INHERITS (p);
-- @rows
INSERT INTO child VALUES (1, 2, 3, 4, 5);
