-- Slots that hold WAL back: what the deployment writes comes on top.
SELECT CASE WHEN s.wal_status IN ('unreserved', 'lost') OR NOT s.active THEN 'warn' ELSE 'pass' END,
       format('replication slot %I is %s and holds %s of WAL', s.slot_name,
              CASE WHEN s.active THEN 'active' ELSE 'not active' END,
              CASE WHEN s.restart_lsn IS NULL THEN 'none'
                   WHEN pg_is_in_recovery() THEN pg_size_pretty(pg_wal_lsn_diff(pg_last_wal_replay_lsn(), s.restart_lsn))
                   ELSE pg_size_pretty(pg_wal_lsn_diff(pg_current_wal_lsn(), s.restart_lsn)) END),
       format('SELECT * FROM pg_replication_slots WHERE slot_name = %L', s.slot_name)
  FROM pg_replication_slots AS s
 ORDER BY s.slot_name
