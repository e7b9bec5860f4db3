-- What the state of a stage says of its steps.
UPDATE pgdiff.deployment_step
   SET state = CASE WHEN $3 IN ('failed', 'running') THEN 'not applied' ELSE $3 END, phase = NULL
 WHERE deployment_id = $1 AND stage = $2
   AND CASE $3 WHEN 'applied' THEN true
               WHEN 'half applied' THEN true
               WHEN 'not applied' THEN state <> 'failed'
               WHEN 'unknown' THEN state IN ('running', 'done')
               WHEN 'failed' THEN state IN ('running', 'done')
               WHEN 'running' THEN state <> 'planned'
               ELSE false END
