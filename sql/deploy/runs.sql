-- Who carries it out, and from where. What an earlier session left is no longer what the target is.
UPDATE pgdiff.deployment AS d
   SET state = 'running', started_at = coalesce(d.started_at, clock_timestamp()), finished_at = NULL, deployer = session_user,
       client_addr = inet_client_addr(), application_name = current_setting('application_name'),
       session_pid = pg_backend_pid(), target_pid = $2, sqlstate = NULL, message = NULL, detail = NULL, hint = NULL,
       fingerprint_after = NULL, identical = NULL, catalog_after = NULL,
       session_start = (SELECT a.backend_start FROM pg_catalog.pg_stat_activity AS a WHERE a.pid = pg_backend_pid())
 WHERE d.deployment_id = $1
