-- Standbys replay the deployment's locks, which cancels queries there.
SELECT CASE WHEN r.state = 'streaming' AND coalesce(r.replay_lag, '0') < interval '1 minute' THEN 'pass' ELSE 'warn' END,
       format('standby %I (%s) is %s, %s behind; it replays the exclusive locks, and cancels queries after max_standby_streaming_delay',
              r.application_name, coalesce(r.client_addr::text, 'local'), coalesce(r.state, 'in a state that this role may not see'),
              coalesce(r.replay_lag::text, 'nothing')),
       'SELECT * FROM pg_stat_replication'
  FROM pg_stat_replication AS r
 ORDER BY r.application_name, r.pid
