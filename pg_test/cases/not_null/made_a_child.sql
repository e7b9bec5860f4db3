-- A standing table is made a child, or no longer one, and its NOT NULL is to come from the parents only.
-- @server 18
-- @both
CREATE TABLE p (a integer PRIMARY KEY, b text NOT NULL, CONSTRAINT k CHECK (a > 0));
CREATE TABLE q (b text CONSTRAINT qb NOT NULL);
-- @target
CREATE TABLE t (a integer NOT NULL, b text CONSTRAINT "b nn" NOT NULL, c integer, CONSTRAINT k CHECK (a > 0));
CREATE TABLE u (a integer, b text, c integer, CONSTRAINT k CHECK (a > 0));
CREATE TABLE w () INHERITS (q);
-- @source
CREATE TABLE h (a integer, b text, CONSTRAINT k CHECK (a > 0));
CREATE TABLE t (a integer, b text, c integer, CONSTRAINT k CHECK (a > 0));
ALTER TABLE t INHERIT h;
CREATE TABLE u (a integer, b text, c integer, CONSTRAINT k CHECK (a > 0));
ALTER TABLE u INHERIT h;
ALTER TABLE h ALTER a SET NOT NULL, ALTER b SET NOT NULL;
ALTER TABLE t INHERIT p;
ALTER TABLE t NO INHERIT h;
ALTER TABLE h ADD PRIMARY KEY (a);
CREATE TABLE w () INHERITS (q);
ALTER TABLE w ADD COLUMN a integer NOT NULL, ADD CONSTRAINT k CHECK (a > 0);
ALTER TABLE w INHERIT p;
-- @both
CREATE TABLE below () INHERITS (t);
-- @rows
INSERT INTO t VALUES (1, 'b', 3);
INSERT INTO below VALUES (1, 'b', 3);
INSERT INTO u VALUES (1, 'b', 3);
