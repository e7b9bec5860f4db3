-- What active sessions wait for.
SELECT json_build_object(
         'count', count(*), 'state', a.state,
         'finding', coalesce(a.wait_event_type || ': ' || a.wait_event, 'at work, not waiting'))::text
  FROM pg_catalog.pg_stat_activity AS a
 WHERE a.state = 'active' AND a.pid <> pg_backend_pid() AND a.backend_type = 'client backend'
 GROUP BY a.wait_event_type, a.wait_event, a.state
 ORDER BY count(*) DESC, a.wait_event_type, a.wait_event
