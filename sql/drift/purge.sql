-- Checks, differences that are fixed, and logged statements, older than this. The last check of each watch stays.
WITH checks AS (
  DELETE FROM pgdiff.drift_check AS c
   WHERE c.checked_at < clock_timestamp() - $1
     AND EXISTS (SELECT FROM pgdiff.drift_check AS n WHERE n.watch_id = c.watch_id AND n.drift_check_id > c.drift_check_id)
  RETURNING 1
), differences AS (
  DELETE FROM pgdiff.drift_difference AS d WHERE d.state = 'fixed' AND d.fixed_at < clock_timestamp() - $1
  RETURNING 1
), log AS (
  DELETE FROM pgdiff.ddl_log AS l
   WHERE l.logged_at < clock_timestamp() - $1
     AND NOT EXISTS (SELECT FROM pgdiff.drift_difference AS d WHERE d.ddl_log_id = l.ddl_log_id AND d.state <> 'fixed')
  RETURNING 1
)
SELECT (SELECT count(*) FROM checks) + (SELECT count(*) FROM differences) + (SELECT count(*) FROM log)
