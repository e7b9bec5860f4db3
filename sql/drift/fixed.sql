-- What is no longer there.
UPDATE pgdiff.drift_difference AS d SET state = 'fixed', fixed_at = $3, drift_check_id = $2, ddl_log_id = NULL
 WHERE d.watch_id = $1 AND d.drift_check_id <> $2 AND d.state <> 'fixed'
