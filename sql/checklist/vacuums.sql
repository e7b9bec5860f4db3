-- VACUUM gives way to a lock, except the one against wraparound.
SELECT 'warn',
       format('%s of %s runs (%s of %s blocks scanned)', CASE WHEN a.backend_type = 'autovacuum worker' THEN 'autovacuum' ELSE 'VACUUM' END,
              v.relid::regclass, v.heap_blks_scanned, v.heap_blks_total),
       'SELECT * FROM pg_stat_progress_vacuum'
  FROM unnest({relations}) AS r(name)
  JOIN pg_stat_progress_vacuum AS v ON v.datname = current_database() AND v.relid = to_regclass(r.name)
  LEFT JOIN pg_stat_activity AS a ON a.pid = v.pid
 ORDER BY v.relid::regclass::text
