-- Sessions of deployments.
SELECT json_build_object(
         'pid', a.pid, 'database', a.datname, 'role', a.usename, 'application_name', a.application_name, 'state', a.state,
         'seconds', extract(epoch FROM clock_timestamp() - a.query_start)::float8, 'blocked_by', nullif(pg_blocking_pids(a.pid), '{}'),
         'finding', coalesce('waits for ' || lower(a.wait_event_type) || ' ' || a.wait_event, 'at work'), 'query', a.query,
         'command', 'SELECT * FROM pgdiff.deployment_progress;')::text
  FROM pg_catalog.pg_stat_activity AS a
 WHERE a.application_name LIKE 'pgdiff %' AND a.backend_type = 'client backend'
 ORDER BY a.pid
