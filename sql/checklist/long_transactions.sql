-- Transactions that have been open for long: a lock that waits for one keeps everybody behind it waiting.
SELECT 'warn',
       format('session %s of %I (%s) has a transaction open since %s', a.pid, a.usename, coalesce(nullif(a.application_name, ''), 'no application_name'),
              a.xact_start),
       format('SELECT pg_cancel_backend(%s)', a.pid)
  FROM pg_stat_activity AS a
 WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.xact_start < clock_timestamp() - interval '1 minute'
 ORDER BY a.xact_start, a.pid
