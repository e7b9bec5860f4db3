-- What the name of a label is taken for is found out by its primary key.
INSERT INTO pgdiff.snapshot (label, endpoint, database, server_version_num, options, objects, fingerprint, taken_at, taken_by, imported_at,
                             comment, pgdiff_version, system_identifier, database_oid, catalog)
SELECT f.label, f.endpoint, f.database, f.server_version_num, f.options, f.objects, f.fingerprint, f.taken_at, f.taken_by, f.imported_at,
       f.comment, f.pgdiff_version, f.system_identifier, f.database_oid, $2
  FROM pg_catalog.jsonb_populate_record(NULL::pgdiff.snapshot, $1) AS f
ON CONFLICT (label) DO NOTHING
RETURNING label
