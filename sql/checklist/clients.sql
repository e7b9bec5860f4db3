-- Who is connected, to be told.
SELECT 'manual',
       format('tell who uses this database: %s of %I, %s connections, %s of them in a transaction', coalesce(nullif(a.application_name, ''), 'no application_name'),
              a.usename, count(*), count(a.xact_start)),
       format('SELECT * FROM pg_stat_activity WHERE application_name = %L AND usename = %L', a.application_name, a.usename)
  FROM pg_stat_activity AS a
 WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend'
   AND a.application_name <> 'pgdiff'
 GROUP BY a.application_name, a.usename
 ORDER BY a.application_name, a.usename
