-- An index and a key that one partition has no part of, on a table that is made anew and keeps both names.
-- @target
CREATE TABLE m (a int NOT NULL, b int NOT NULL) PARTITION BY LIST (b);
CREATE TABLE m_1 PARTITION OF m FOR VALUES IN (1);
CREATE INDEX m_a ON m (a);
ALTER TABLE m ADD CONSTRAINT m_key UNIQUE (a, b);
-- @source
CREATE TABLE m (a int NOT NULL, b int NOT NULL) PARTITION BY RANGE (a);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM (0) TO (100);
CREATE INDEX m_a ON ONLY m (a);
ALTER TABLE ONLY m ADD CONSTRAINT m_key UNIQUE (a, b);
-- @rows
INSERT INTO m VALUES (1, 1), (2, 1);
-- @rows source
INSERT INTO m VALUES (1, 1), (2, 1);
