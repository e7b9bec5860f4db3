-- Transactions open for more than a minute: they hold their locks, and keep VACUUM and CREATE INDEX CONCURRENTLY from their work.
SELECT json_build_object(
         'pid', a.pid, 'database', a.datname, 'role', a.usename, 'application_name', a.application_name, 'state', a.state,
         'seconds', extract(epoch FROM clock_timestamp() - a.xact_start)::float8,
         'finding', 'has a transaction open for ' || date_trunc('seconds', clock_timestamp() - a.xact_start)
                    || coalesce(', and holds back ' || age(a.backend_xmin) || ' transactions', ''),
         'query', a.query,
         'command', format(CASE WHEN a.state LIKE 'idle%' THEN 'SELECT pg_terminate_backend(%s);' ELSE 'SELECT pg_cancel_backend(%s);' END, a.pid))::text
  FROM pg_catalog.pg_stat_activity AS a
 WHERE a.xact_start < clock_timestamp() - interval '1 minute' AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend'
 ORDER BY a.xact_start
