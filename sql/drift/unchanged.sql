-- Nothing changed: what was there is.
UPDATE pgdiff.drift_difference AS d SET state = 'still there', drift_check_id = $2
 WHERE d.watch_id = $1 AND d.state <> 'fixed'
