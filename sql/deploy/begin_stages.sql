-- The stages of a new deployment.
INSERT INTO pgdiff.deployment_stage (deployment_id, stage, in_transaction)
SELECT s.deployment_id, s.stage, bool_and(s.in_transaction)
  FROM pgdiff.deployment_step AS s
 WHERE s.deployment_id = $1
 GROUP BY s.deployment_id, s.stage
