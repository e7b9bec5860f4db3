-- The user's relations: OID, name in SQL, bare name, of an index its table, the file it is in (none where it has no storage, or only a constraint's).
SELECT c.oid, pg_catalog.format('%I.%I', n.nspname, c.relname), c.relname::text, CASE WHEN t.oid IS NOT NULL THEN pg_catalog.format('%I.%I', n.nspname, t.relname) END,
       nullif(pg_catalog.pg_relation_filenode(c.oid), 0)
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
LEFT JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
