-- Tells who listens, where something is otherwise than before. Names of objects stay in the tables, and long ones of endpoints are cut: a
-- notification holds less than 8,000 bytes, and JSON writes a character with six at most.
SELECT pg_notify('pgdiff_drift', json_build_object('drift_check_id', c.drift_check_id, 'database', current_database(), 'source', left(c.source, 500),
         'target', left(c.target, 500), 'outcome', c.outcome, 'new', c.new, 'changed', c.changed, 'back_again', c.back_again,
         'still_there', c.still_there, 'fixed', c.fixed, 'expected', c.expected, 'highest_risk', c.highest_risk, 'sqlstate', c.sqlstate)::text)
  FROM pgdiff.drift_check AS c
 WHERE c.drift_check_id = $1 AND (c.new + c.changed + c.back_again + c.fixed > 0 OR c.outcome = 'failed')
