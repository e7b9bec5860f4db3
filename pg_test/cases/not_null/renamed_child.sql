-- The NOT NULL of a child that inherits is called otherwise: while it inherits, where it leaves its table, and where its parents change.
-- @server 18
-- @both
CREATE TABLE p (a integer CONSTRAINT pa NOT NULL, b text NOT NULL, c date NOT NULL, CONSTRAINT k CHECK (a > 0));
CREATE TABLE q (z integer);
-- @target
CREATE TABLE child (own text, CONSTRAINT one NOT NULL a, CONSTRAINT "b 1" NOT NULL b) INHERITS (p, q);
CREATE TABLE leaver (own text, CONSTRAINT l1 NOT NULL a) INHERITS (p);
CREATE TABLE comer (a integer CONSTRAINT c1 NOT NULL, b text NOT NULL, c date NOT NULL, CONSTRAINT k CHECK (a > 0));
-- @source
CREATE TABLE child (own text, CONSTRAINT "Two ""2""" NOT NULL a, CONSTRAINT "b 2" NOT NULL b) INHERITS (p, q);
CREATE TABLE leaver (a integer CONSTRAINT l2 NOT NULL, b text CONSTRAINT lb NOT NULL, c date, own text, CONSTRAINT k CHECK (a > 0));
CREATE TABLE comer (a integer CONSTRAINT c2 NOT NULL, b text NOT NULL, c date CONSTRAINT cc NOT NULL, CONSTRAINT k CHECK (a > 0));
ALTER TABLE comer INHERIT p;
-- @both
CREATE TABLE grandchild (CONSTRAINT ga NOT NULL a) INHERITS (child);
COMMENT ON CONSTRAINT ga ON grandchild IS 'stays';
-- @rows
INSERT INTO child VALUES (1, 'b', '2020-01-01', 3, 'x');
INSERT INTO grandchild VALUES (1, 'b', '2020-01-01', 3, 'x');
INSERT INTO leaver VALUES (1, 'b', '2020-01-01', 'x');
INSERT INTO comer VALUES (1, 'b', '2020-01-01');
