-- What a session of the target is at: whom it waits for, and how far it is where the server says so. {pid} is its process.
SELECT coalesce(p.phase, CASE WHEN a.wait_event_type = 'Lock' THEN 'waiting for a lock' END),
       CASE WHEN p.blocks_total > 0 THEN p.blocks_done WHEN p.tuples_total > 0 THEN p.tuples_done WHEN p.lockers_total > 0 THEN p.lockers_done END::text,
       CASE WHEN p.blocks_total > 0 THEN p.blocks_total WHEN p.tuples_total > 0 THEN p.tuples_total WHEN p.lockers_total > 0 THEN p.lockers_total END::text,
       (a.wait_event_type = 'Lock')::text,
       (SELECT string_agg(concat_ws(', ', 'session ' || b.pid, 'role ' || b.usename, nullif(b.application_name, ''), b.state,
                                    'transaction open for ' || date_trunc('seconds', clock_timestamp() - b.xact_start)), '; ' ORDER BY b.pid)
          FROM unnest(pg_blocking_pids(a.pid)) AS k(pid)
          JOIN pg_catalog.pg_stat_activity AS b ON b.pid = k.pid)
  FROM pg_catalog.pg_stat_activity AS a
  LEFT JOIN pg_catalog.pg_stat_progress_create_index AS p ON p.pid = a.pid
 WHERE a.pid = {pid}
