-- An index that one partition has no part of, and that goes: its parts go with it over two levels, before anything is detached. The table
-- is made anew, so that nothing goes with a table's DROP.
-- @target
CREATE TABLE top (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE without PARTITION OF top FOR VALUES FROM (0) TO (100);
CREATE INDEX top_a ON ONLY top (a);
CREATE TABLE middle (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE low1 PARTITION OF middle FOR VALUES FROM (1000) TO (1200);
CREATE TABLE low2 PARTITION OF middle FOR VALUES FROM (1200) TO (1400);
ALTER TABLE top ATTACH PARTITION middle FOR VALUES FROM (1000) TO (2000);
-- @source
CREATE TABLE top (a int, b int) PARTITION BY RANGE (a, b);
CREATE TABLE without PARTITION OF top FOR VALUES FROM (0, 0) TO (100, 100);
-- @rows
INSERT INTO top VALUES (1, 1);
