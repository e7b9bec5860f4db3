-- Catalogs that are kept. A row holds the definitions of a whole database, so it is shown to nobody who was not granted it.
CREATE TABLE pgdiff.snapshot (
    label              text        PRIMARY KEY CHECK (label <> ''),
    endpoint           text        NOT NULL,
    database           text        NOT NULL,
    server_version_num integer     NOT NULL,
    options            jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(options) = 'object'),
    objects            integer     NOT NULL,
    fingerprint        text        NOT NULL,
    taken_at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    taken_by           name        NOT NULL,
    imported_at        timestamptz,
    comment            text,
    pgdiff_version     text        NOT NULL,
    system_identifier  text,
    database_oid       oid,
    catalog            bytea       NOT NULL
);
-- It is compressed when it comes.
ALTER TABLE pgdiff.snapshot ALTER catalog SET STORAGE EXTERNAL;
CREATE INDEX snapshot_of_database ON pgdiff.snapshot (system_identifier, database_oid, taken_at);

COMMENT ON TABLE pgdiff.snapshot IS 'catalogs that were stored: the endpoints snapshot:LABEL';
COMMENT ON COLUMN pgdiff.snapshot.endpoint IS 'where it was read, without secrets';
COMMENT ON COLUMN pgdiff.snapshot.options IS 'what was read: the options scope and large_objects';
COMMENT ON COLUMN pgdiff.snapshot.objects IS 'how many objects it holds: tables, but also columns, owners, comments …';
COMMENT ON COLUMN pgdiff.snapshot.fingerprint IS 'what pgdiff.fingerprint() said of it when it was taken';
COMMENT ON COLUMN pgdiff.snapshot.imported_at IS 'when it came from elsewhere (import_snapshot); null where it was taken here';
COMMENT ON COLUMN pgdiff.snapshot.system_identifier IS 'of the cluster in which its OIDs hold (pg_control_system)';
COMMENT ON COLUMN pgdiff.snapshot.database_oid IS 'the database in which its OIDs hold: between two snapshots of it a rename is known as one';
COMMENT ON COLUMN pgdiff.snapshot.catalog IS 'the objects: the catalog of export_snapshot(), compressed with gzip';

SELECT pg_catalog.pg_extension_config_dump('pgdiff.snapshot', '');

CREATE FUNCTION pgdiff.export_snapshot(label text) RETURNS json
    LANGUAGE c VOLATILE SET search_path TO pg_catalog, pg_temp AS 'MODULE_PATHNAME', 'export_snapshot_wrapper';
CREATE FUNCTION pgdiff.import_snapshot(document json, label text DEFAULT NULL) RETURNS text
    LANGUAGE c VOLATILE SET search_path TO pg_catalog, pg_temp AS 'MODULE_PATHNAME', 'import_snapshot_wrapper';
