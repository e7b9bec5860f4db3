-- How far standbys and subscribers are behind.
SELECT json_build_object(
         'pid', r.pid, 'role', r.usename, 'application_name', r.application_name, 'state', r.state,
         'seconds', extract(epoch FROM r.replay_lag)::float8,
         'bytes', pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END, r.replay_lsn)::int8,
         'finding', 'is behind by '
                    || coalesce(pg_size_pretty(pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END,
                                                               r.replay_lsn)), 'an amount that is not shown')
                    || coalesce(' and ' || date_trunc('milliseconds', r.replay_lag), '') || ', ' || coalesce(r.sync_state, 'state not shown'))::text
  FROM pg_catalog.pg_stat_replication AS r
 ORDER BY r.application_name, r.pid
