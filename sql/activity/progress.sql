-- What the server says of long statements.
SELECT json_build_object(
         'pid', p.pid, 'database', p.datname, 'role', a.usename, 'application_name', a.application_name, 'state', a.state,
         'seconds', extract(epoch FROM clock_timestamp() - a.query_start)::float8,
         'finding', p.what || coalesce(' of ' || CASE WHEN p.datname = current_database() THEN p.relid::regclass::text END, '') || ': ' || p.phase
                    || coalesce(', ' || (100 * p.done / nullif(p.total, 0)) || ' %', ''),
         'query', a.query)::text
  FROM (SELECT pid, datname, relid, 'index build' AS what, phase,
               CASE WHEN blocks_total > 0 THEN blocks_done ELSE tuples_done END AS done,
               CASE WHEN blocks_total > 0 THEN blocks_total ELSE tuples_total END AS total
          FROM pg_catalog.pg_stat_progress_create_index
        UNION ALL
        SELECT pid, datname, relid, 'vacuum', phase, heap_blks_scanned, heap_blks_total FROM pg_catalog.pg_stat_progress_vacuum
        UNION ALL
        SELECT pid, datname, relid, 'analyze', phase, sample_blks_scanned, sample_blks_total FROM pg_catalog.pg_stat_progress_analyze
        UNION ALL
        SELECT pid, datname, relid, lower(command), phase, heap_blks_scanned, heap_blks_total FROM pg_catalog.pg_stat_progress_cluster) AS p
  LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = p.pid
 ORDER BY a.query_start
