INSERT INTO pgdiff.drift_event (drift_check_id, object_type, object_identity, state, action, risk, details, expected_by, ddl_log_id)
SELECT $2, d.object_type, d.object_identity, d.state, d.action, d.risk, d.details, d.expected_by, d.ddl_log_id
  FROM pgdiff.drift_difference AS d
 WHERE d.watch_id = $1 AND d.drift_check_id = $2 AND d.state <> 'still there'
