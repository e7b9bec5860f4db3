-- Whether the deployment's indexes are used.
SELECT s.indexrelid::regclass::text,
       CASE WHEN s.idx_scan = 0 THEN 'has not been used yet' ELSE 'has been used ' || s.idx_scan || ' times' END
         || '; it takes ' || pg_catalog.pg_size_pretty(pg_catalog.pg_relation_size(s.indexrelid)),
       NULL
  FROM pg_catalog.pg_stat_user_indexes AS s
 WHERE s.indexrelid IN (SELECT pg_catalog.to_regclass(n.name) FROM unnest({indexes}) AS n(name))
 ORDER BY 1
