-- The user's relations: OID, name in SQL, of an index its table, the file it is in (none where it has no storage, or only a constraint's).
-- A composite type is left out: queries take no lock on it. A sequence gets a new file with every change, which is as small as the old one.
SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname), CASE WHEN t.oid IS NOT NULL THEN pg_catalog.format('%I.%I', n.nspname, t.relname) END,
       CASE WHEN c.relkind <> 'S' THEN nullif(pg_catalog.pg_relation_filenode(c.oid), 0) END
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
LEFT JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
WHERE c.relkind <> 'c' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
