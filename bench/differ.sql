-- Makes ten objects of a database of bench/schema.sql differ: what a release changes, spread over the kinds.
\set ON_ERROR_STOP on
\set QUIET on
BEGIN;
ALTER TABLE app_000.table_00010 ADD COLUMN note text;                                       -- 1
ALTER TABLE app_000.table_00011 ALTER COLUMN quantity TYPE bigint;                          -- 2
ALTER TABLE app_000.table_00012 ALTER COLUMN name DROP DEFAULT;                             -- 3
ALTER TABLE app_000.table_00013 DROP CONSTRAINT table_00013_amount_check;                   -- 4
CREATE INDEX table_00014_payload_idx ON app_000.table_00014 USING gin (payload);            -- 5
DROP INDEX app_000.table_00015_name_idx;                                                    -- 6
CREATE OR REPLACE VIEW app_000.view_20 AS
SELECT id, code, name AS parent_name, amount * quantity * 2 AS total FROM app_000.table_00020;  -- 7
CREATE OR REPLACE FUNCTION app_000.total_21(wanted bigint, factor numeric DEFAULT 1) RETURNS numeric
    LANGUAGE sql STABLE AS 'SELECT factor * wanted';                                        -- 8
COMMENT ON TABLE app_000.table_00022 IS 'another comment';                                  -- 9
CREATE TABLE app_000.new_table (id integer, name text);                                     -- 10
COMMIT;
