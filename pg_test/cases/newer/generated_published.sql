-- Publications and generated columns: listed, and by the option; stored, and virtual beside them.
-- @server 18
-- @both
CREATE SCHEMA "P";
CREATE TABLE "P".t (a integer PRIMARY KEY, g integer GENERATED ALWAYS AS (a) STORED, v integer GENERATED ALWAYS AS (a) VIRTUAL);
CREATE TABLE "P".u (a integer PRIMARY KEY, g integer GENERATED ALWAYS AS (a) STORED);
-- @target
CREATE PUBLICATION "p 1" FOR TABLE "P".t, "P".u (a, g) WHERE (a > 0) WITH (publish_generated_columns = stored, publish_via_partition_root = true);
CREATE PUBLICATION p2 FOR TABLES IN SCHEMA "P" WITH (publish_generated_columns = none);
-- @source
CREATE PUBLICATION "p 1" FOR TABLE "P".t (a, g), "P".u WITH (publish_generated_columns = none, publish = 'update');
CREATE PUBLICATION p2 FOR TABLES IN SCHEMA "P" WITH (publish_generated_columns = stored);
