-- A deployment with its stages and steps, as far as the caller may see it.
SELECT jsonb_build_object(
         'deployment_id', d.deployment_id, 'state', d.state,
         'session_lives', EXISTS (SELECT FROM pg_catalog.pg_stat_activity AS a
                                   WHERE a.pid = d.session_pid AND a.pid <> pg_backend_pid()
                                     AND (a.backend_start = d.session_start OR a.backend_start IS NULL)),
         'source', d.source, 'target', d.target, 'options', d.options,
         'options_given', d.options_given, 'rollback_of', d.rollback_of,
         'target_version', d.target_version, 'finished_at', d.finished_at,
         'rollback_plan', d.rollback_plan, 'statements_before', d.statements_before,
         'purged', coalesce((SELECT jsonb_agg(DISTINCT e.step) FROM pgdiff.deployment_event AS e
                              WHERE e.deployment_id = d.deployment_id AND e.event = 'purged'), '[]'),
         'stages', coalesce((SELECT jsonb_agg(to_jsonb(g) ORDER BY g.stage) FROM pgdiff.deployment_stage AS g
                              WHERE g.deployment_id = d.deployment_id), '[]'),
         'steps', coalesce((SELECT jsonb_agg(to_jsonb(s) ORDER BY s.step) FROM pgdiff.deployment_step AS s
                             WHERE s.deployment_id = d.deployment_id), '[]'))
  FROM pgdiff.deployment AS d
 WHERE d.deployment_id = $1
