SELECT substr(j.jobname::text, length($1) + 1), j.schedule, j.username, j.command, j.jobid, j.active, r.start_time, r.status, r.return_message
  FROM cron.job AS j
  LEFT JOIN LATERAL (SELECT * FROM cron.job_run_details AS r WHERE r.jobid = j.jobid ORDER BY r.runid DESC LIMIT 1) AS r ON true
 WHERE starts_with(j.jobname::text, $1)
 ORDER BY j.jobname
