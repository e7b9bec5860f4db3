-- What these checks came to, in this order. By risk is counted what differs and is not expected.
SELECT c.target, c.drift_check_id, CASE c.outcome WHEN 'failed' THEN 'error' ELSE c.outcome END, c.unchanged,
       c.new, c.changed, c.back_again, c.still_there, c.fixed, c.expected, r.none, r.low, r.medium, r.high, c.sqlstate, c.message
  FROM unnest($1) WITH ORDINALITY AS n(drift_check_id, place)
  JOIN pgdiff.drift_check AS c ON c.drift_check_id = n.drift_check_id
 CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE d.risk = 'none')::int AS none, count(*) FILTER (WHERE d.risk = 'low')::int AS low,
              count(*) FILTER (WHERE d.risk = 'medium')::int AS medium, count(*) FILTER (WHERE d.risk = 'high')::int AS high
         FROM pgdiff.drift_difference AS d
        WHERE d.watch_id = c.watch_id AND d.drift_check_id = c.drift_check_id AND d.state <> 'fixed' AND d.expected_by IS NULL) AS r
 ORDER BY n.place
