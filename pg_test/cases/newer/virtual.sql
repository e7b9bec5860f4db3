-- Virtual generated columns: new, changed, stored instead and plain.
-- @server 18
-- @both
CREATE TABLE t (a integer, b integer, same integer GENERATED ALWAYS AS (a + b) VIRTUAL NOT NULL);
-- @target
ALTER TABLE t ADD COLUMN changes integer GENERATED ALWAYS AS (a * 2) VIRTUAL, ADD COLUMN kept integer GENERATED ALWAYS AS (a) VIRTUAL,
  ADD COLUMN gone integer GENERATED ALWAYS AS (b);
CREATE VIEW v AS SELECT a, changes FROM t;
-- @source
ALTER TABLE t ADD COLUMN changes integer GENERATED ALWAYS AS (a * 3) VIRTUAL, ADD COLUMN kept integer GENERATED ALWAYS AS (a) STORED;
CREATE VIEW v AS SELECT a, changes FROM t;
CREATE TABLE p (k integer, x integer GENERATED ALWAYS AS (k + 1) VIRTUAL) PARTITION BY LIST (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
-- @rows
INSERT INTO t (a, b) VALUES (1, 2);
