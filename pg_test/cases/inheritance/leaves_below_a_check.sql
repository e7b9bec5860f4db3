-- Grandchildren leave while the check that they have from the top is made anew, or goes: what it takes along must be no longer theirs.
-- @target
CREATE TABLE a (x integer CHECK (x > 0), y text DEFAULT 'a');
CREATE TABLE b (z integer) INHERITS (a);
CREATE TABLE keeps (w integer) INHERITS (b);
CREATE TABLE gives_up (w integer) INHERITS (b);
CREATE TABLE "Top" (id integer CONSTRAINT "Is it?" CHECK (id > 0));
CREATE TABLE middle () INHERITS ("Top");
CREATE TABLE leaf () INHERITS (middle);
-- @source
CREATE TABLE a (x integer, y text DEFAULT 'b', CHECK (x > 5) NO INHERIT);
CREATE TABLE b (z integer, CHECK (x > 0)) INHERITS (a);
CREATE TABLE keeps (x integer, y text DEFAULT 'a', z integer, w integer, CONSTRAINT a_x_check CHECK (x > 0));
CREATE TABLE gives_up (x integer, y text, z integer, w integer);
CREATE TABLE "Top" (id integer);
CREATE TABLE middle () INHERITS ("Top");
CREATE TABLE leaf (id integer);
-- @rows
INSERT INTO a VALUES (6, 'a');
INSERT INTO b VALUES (1, 'b', 2);
INSERT INTO keeps VALUES (2, 'k', 3, 4);
INSERT INTO gives_up VALUES (3, 'g', 3, 4);
INSERT INTO leaf VALUES (1);
