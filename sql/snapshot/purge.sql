DELETE FROM pgdiff.snapshot AS s
 WHERE s.taken_at < pg_catalog.clock_timestamp() - $1
   AND EXISTS (SELECT FROM pgdiff.snapshot AS n
                WHERE (n.endpoint, n.database) = (s.endpoint, s.database)
                  AND n.system_identifier IS NOT DISTINCT FROM s.system_identifier
                  AND n.taken_at > s.taken_at)
   AND NOT EXISTS (SELECT FROM pgdiff.drift_watch AS w WHERE 'snapshot:' || s.label IN (w.source, w.target))
RETURNING s.label
