-- Counts what the check found. What is expected is counted as that, but for what is fixed.
WITH found AS (
  SELECT count(*) FILTER (WHERE d.state = 'new' AND d.expected_by IS NULL)::int AS new,
         count(*) FILTER (WHERE d.state = 'changed' AND d.expected_by IS NULL)::int AS changed,
         count(*) FILTER (WHERE d.state = 'back again' AND d.expected_by IS NULL)::int AS back_again,
         count(*) FILTER (WHERE d.state = 'still there' AND d.expected_by IS NULL)::int AS still_there,
         count(*) FILTER (WHERE d.state = 'fixed')::int AS fixed,
         count(*) FILTER (WHERE d.state <> 'fixed' AND d.expected_by IS NOT NULL)::int AS expected,
         (array_agg(d.risk ORDER BY array_position('{high,medium,low,none}'::text[], d.risk)) FILTER (WHERE d.state <> 'fixed' AND d.expected_by IS NULL))[1] AS highest_risk
    FROM pgdiff.drift_difference AS d
   WHERE d.watch_id = $1 AND d.drift_check_id = $2
)
UPDATE pgdiff.drift_check AS c
   SET duration = clock_timestamp() - c.checked_at, new = f.new, changed = f.changed, back_again = f.back_again, still_there = f.still_there,
       fixed = f.fixed, expected = f.expected, highest_risk = f.highest_risk,
       outcome = CASE WHEN f.new + f.changed + f.back_again + f.still_there > 0 THEN 'different' WHEN f.expected > 0 THEN 'expected' ELSE 'identical' END
  FROM found AS f
 WHERE c.drift_check_id = $2
