-- The last check that got to its end, and what was expected differences say now. Times as numbers: a session may show them otherwise.
SELECT c.marker, c.pgdiff_version,
       (SELECT md5(string_agg(concat_ws(' ', to_jsonb(e) - '{created_at,expires_at}'::text[], extract(epoch FROM e.expires_at), e.expires_at <= clock_timestamp()),
                              E'\n' ORDER BY e.expected_difference_id))
          FROM pgdiff.expected_difference AS e)
  FROM (VALUES (1)) AS one
  LEFT JOIN LATERAL (SELECT * FROM pgdiff.drift_check AS c WHERE c.watch_id = $1 AND c.outcome <> 'failed' ORDER BY c.drift_check_id DESC LIMIT 1) AS c ON true
