-- publish_generated_columns
-- @server 18
-- @both
CREATE TABLE t (a integer PRIMARY KEY, g integer GENERATED ALWAYS AS (a) STORED);
-- @target
CREATE PUBLICATION changes FOR TABLE t (a, g);
CREATE PUBLICATION gone FOR ALL TABLES WITH (publish_generated_columns = stored, publish = 'insert');
-- @source
CREATE PUBLICATION changes FOR TABLE t (a, g) WITH (publish_generated_columns = stored);
