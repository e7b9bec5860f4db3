-- Replication slots that hold back WAL.
SELECT json_build_object(
         'pid', s.active_pid, 'database', s.database, 'state', CASE WHEN s.active THEN 'active' ELSE 'inactive' END,
         'bytes', pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END, s.restart_lsn)::int8,
         'finding', s.slot_type || ' slot ' || quote_ident(s.slot_name) || CASE WHEN s.active THEN '' ELSE ', which nobody reads,' END || ' holds back '
                    || coalesce(pg_size_pretty(pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_receive_lsn() ELSE pg_current_wal_lsn() END,
                                                               s.restart_lsn)), 'nothing') || ' of WAL')::text
  FROM pg_catalog.pg_replication_slots AS s
 ORDER BY s.slot_name
