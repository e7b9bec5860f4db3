-- The state of a stage.
UPDATE pgdiff.deployment_stage
   SET state = $3,
       xid = CASE WHEN $3 IN ('running', 'planned') THEN NULL ELSE coalesce($4, xid) END,
       tries = tries + ($3 = 'running')::integer,
       started_at = CASE WHEN $3 = 'running' THEN clock_timestamp() ELSE started_at END,
       finished_at = CASE WHEN $3 IN ('running', 'committing', 'planned') THEN NULL ELSE clock_timestamp() END
 WHERE deployment_id = $1 AND stage = $2
