-- Indexes sorted by the database's default collation, of which the operating system or ICU now has another version; and the database itself,
-- which is told when they are built anew. The server knows of that version from 15 on.
WITH other AS (
    SELECT d.datname, d.datcollversion AS version, pg_catalog.pg_database_collation_actual_version(d.oid) AS actual
      FROM pg_catalog.pg_database AS d
     WHERE d.datname = current_database() AND d.datcollversion <> pg_catalog.pg_database_collation_actual_version(d.oid))
SELECT i.indexrelid::regclass::text,
       'is sorted by version ' || o.version || ' of the database''s default collation, and the server now has ' || o.actual,
       'REINDEX INDEX CONCURRENTLY ' || i.indexrelid::regclass || ';'
  FROM other AS o
  JOIN pg_catalog.pg_index AS i ON 'pg_catalog.default'::regcollation = ANY (i.indcollation)
UNION ALL
SELECT quote_ident(o.datname),
       'was made with version ' || o.version || ' of its default collation, and the server now has ' || o.actual,
       'ALTER DATABASE ' || quote_ident(o.datname) || ' REFRESH COLLATION VERSION;'
  FROM other AS o
 ORDER BY 3 DESC, 1
