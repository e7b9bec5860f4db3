SELECT e.expected_difference_id, e.object_type, e.object_identity, e.action
  FROM pgdiff.expected_difference AS e
 WHERE (e.expires_at IS NULL OR e.expires_at > clock_timestamp())
   AND (e.source IS NULL OR e.source = $1) AND (e.target IS NULL OR e.target = $2)
 ORDER BY e.expected_difference_id
