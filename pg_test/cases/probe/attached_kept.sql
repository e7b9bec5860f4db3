-- What its table gives to the partition that is attached holds of its rows.
-- @both
CREATE TABLE o (x int PRIMARY KEY);
CREATE TABLE w (a int PRIMARY KEY, b int NOT NULL CHECK (b > 0), c int REFERENCES o) PARTITION BY LIST (a);
-- @target
CREATE TABLE w1 (a int, b int, c int);
-- @source
CREATE TABLE w1 PARTITION OF w DEFAULT;
-- @rows
INSERT INTO o VALUES (1);
INSERT INTO w1 VALUES (1, 1, 1), (2, 1, NULL);
