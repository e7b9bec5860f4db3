-- New columns whose defaults, or nulls, keep their checks, also beside values that are there.
-- @target
CREATE TABLE t (a int);
CREATE TABLE child (x int) INHERITS (t);
-- @source
CREATE TABLE t (a int, b int DEFAULT 1 CHECK (b > 0), "C c" text CHECK ("C c" <> ''), d timestamptz DEFAULT now(), CHECK (a < 10 OR d < '2000-01-01'));
CREATE TABLE child (x int) INHERITS (t);
-- @rows
INSERT INTO t VALUES (1);
INSERT INTO child VALUES (2, 3);
