-- Records of deployments that are over for longer than this, with those that took them back.
WITH removed AS (
         DELETE FROM pgdiff.deployment AS d
          WHERE d.state NOT IN ('running', 'unknown')
            AND coalesce(d.finished_at, d.planned_at) < clock_timestamp() - $1
         RETURNING 1)
SELECT count(*) FROM removed
