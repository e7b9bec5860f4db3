-- What a check found, the new first; $3 says whether its reader may read the log.
SELECT to_jsonb(q)::text
  FROM (SELECT d.state, CASE WHEN d.state = 'fixed' THEN d.fixed_at ELSE d.since END AS since, d.action, d.object_type, d.object_schema, d.object_name,
               d.object_identity, d.risk, d.hazards, d.details, d.diff, e.reason AS expected, l.role AS done_by, l.logged_at AS done_at,
               l.statement, l.deployed_by
          FROM pgdiff.drift_difference AS d
          LEFT JOIN pgdiff.expected_difference AS e ON e.expected_difference_id = d.expected_by
          LEFT JOIN pgdiff.ddl_log AS l ON l.ddl_log_id = d.ddl_log_id AND $3
         WHERE d.watch_id = $1 AND d.drift_check_id = $2
         ORDER BY d.expected_by IS NOT NULL, array_position('{new,back again,changed,still there,fixed}'::text[], d.state), d.object_type, d.object_identity) AS q
