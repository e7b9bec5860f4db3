-- Who holds locks now on what the plan locks.
SELECT CASE WHEN bool_or(a.state <> 'active' OR a.state_change < clock_timestamp() - interval '5 seconds') THEN 'warn' ELSE 'pass' END,
       format('session %s of %I (%s) holds %s on %s', l.pid, a.usename, coalesce(nullif(a.application_name, ''), 'no application_name'),
              string_agg(DISTINCT l.mode, ', '), l.relation::regclass),
       format('SELECT pg_cancel_backend(%s)', l.pid)
{held}
  LEFT JOIN pg_stat_activity AS a ON a.pid = l.pid
 GROUP BY l.pid, l.relation, a.usename, a.application_name
 ORDER BY l.pid, l.relation::regclass::text
