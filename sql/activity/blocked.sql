-- Who waits for a lock, since when, and for whom.
SELECT json_build_object(
         'pid', a.pid, 'database', a.datname, 'role', a.usename, 'application_name', a.application_name, 'state', a.state,
         'seconds', extract(epoch FROM clock_timestamp() - coalesce(l.waitstart, a.query_start))::float8,
         'blocked_by', pg_blocking_pids(a.pid),
         'finding', 'waits for ' || regexp_replace(upper(regexp_replace(l.mode, '([a-z])([A-Z])', '\1 \2', 'g')), ' LOCK$', '')
                    || coalesce(' on ' || CASE WHEN l.database = d.oid THEN l.relation::regclass::text END, ' on ' || l.locktype)
                    || ', held or asked for before by ' || array_to_string(pg_blocking_pids(a.pid), ', '),
         'query', a.query, 'command', format('SELECT pg_cancel_backend(%s);', a.pid))::text
  FROM pg_catalog.pg_stat_activity AS a
  JOIN pg_catalog.pg_locks AS l ON l.pid = a.pid AND NOT l.granted
  JOIN pg_catalog.pg_database AS d ON d.datname = current_database()
 ORDER BY coalesce(l.waitstart, a.query_start), a.pid
