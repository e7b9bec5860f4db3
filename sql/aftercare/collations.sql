-- Indexes sorted by a collation of which the operating system or ICU now has another version.
SELECT i.indexrelid::regclass::text,
       'is sorted by version ' || l.collversion || ' of collation ' || l.collname || ', and the server now has '
         || pg_catalog.pg_collation_actual_version(l.oid),
       'REINDEX INDEX CONCURRENTLY ' || i.indexrelid::regclass || '; ALTER COLLATION ' || l.oid::regcollation || ' REFRESH VERSION;'
  FROM pg_catalog.pg_index AS i
 CROSS JOIN LATERAL (SELECT DISTINCT v.oid FROM unnest(i.indcollation) AS v(oid)) AS k
  JOIN pg_catalog.pg_collation AS l ON l.oid = k.oid
 WHERE l.collversion IS DISTINCT FROM pg_catalog.pg_collation_actual_version(l.oid) AND l.collversion IS NOT NULL
 ORDER BY 1
