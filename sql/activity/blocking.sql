-- Who keeps others waiting without waiting for anybody: where a queue begins.
SELECT json_build_object(
         'pid', a.pid, 'database', a.datname, 'role', a.usename, 'application_name', a.application_name, 'state', a.state,
         'seconds', extract(epoch FROM clock_timestamp() - a.xact_start)::float8,
         'finding', 'keeps ' || count(DISTINCT b.pid) || CASE count(DISTINCT b.pid) WHEN 1 THEN ' session' ELSE ' sessions' END
                    || ' waiting; ' || coalesce(a.state, 'state not shown'),
         'query', a.query,
         'command', format(CASE WHEN a.state LIKE 'idle%' THEN 'SELECT pg_terminate_backend(%s);' ELSE 'SELECT pg_cancel_backend(%s);' END, a.pid))::text
  FROM pg_catalog.pg_stat_activity AS a
  JOIN (SELECT l.pid, unnest(pg_blocking_pids(l.pid)) AS blocker FROM pg_catalog.pg_locks AS l WHERE NOT l.granted) AS b ON b.blocker = a.pid
 WHERE pg_blocking_pids(a.pid) = '{}'
 GROUP BY a.pid, a.datname, a.usename, a.application_name, a.state, a.xact_start, a.query
 ORDER BY count(DISTINCT b.pid) DESC, a.pid
