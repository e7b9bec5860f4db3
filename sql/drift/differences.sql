-- What a check found, against what the one before it found: $1 the watch, $2 the check, $3 when, $4 the rows, $5 is the target this database?
INSERT INTO pgdiff.drift_difference AS d
       (watch_id, object_type, object_identity, object_schema, object_name, action, risk, hazards, details, diff,
        first_seen, since, changed_at, expected_by, drift_check_id, digest, within)
SELECT $1, n.object_type, n.object_identity, n.object_schema, n.object_name, n.action, n.risk, n.hazards, n.details, n.diff,
       $3, $3, $3, n.expected_by, $2, n.digest, n.within
  FROM jsonb_populate_recordset(NULL::pgdiff.drift_difference, $4) AS n
ON CONFLICT (watch_id, object_type, object_identity) DO UPDATE
   SET state = CASE WHEN d.state = 'fixed' OR d.expected_by IS NOT NULL AND excluded.expected_by IS NULL THEN 'back again'
                    WHEN d.digest <> excluded.digest THEN 'changed'
                    ELSE 'still there' END,
       since = CASE WHEN d.state = 'fixed' THEN excluded.since ELSE d.since END,
       changed_at = CASE WHEN d.state = 'fixed' OR d.digest <> excluded.digest THEN excluded.changed_at ELSE d.changed_at END,
       episodes = d.episodes + (d.state = 'fixed')::int,
       ddl_log_id = CASE WHEN d.state = 'fixed' OR d.digest <> excluded.digest THEN NULL ELSE d.ddl_log_id END,
       fixed_at = NULL,
       object_schema = excluded.object_schema, object_name = excluded.object_name, action = excluded.action, risk = excluded.risk,
       hazards = excluded.hazards, details = excluded.details, diff = excluded.diff, expected_by = excluded.expected_by,
       drift_check_id = excluded.drift_check_id, digest = excluded.digest, within = excluded.within
