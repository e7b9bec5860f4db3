-- The steps of a new deployment, from its plan.
INSERT INTO pgdiff.deployment_step (deployment_id, step, stage, in_transaction, action, object_type, object_identity, statement, sha256, remark,
                                    risk, hazards, reason, lock_mode, locked_relations, tables, touches, rewrites, scans, reversibility, loses,
                                    judged_by, mended_by, purged_by)
SELECT d.deployment_id, s.step, s.stage, s.in_transaction, s.action, s.object_type, s.object_identity, s.statement, s.sha256, s.remark,
       s.risk, s.hazards, s.reason, s.lock_mode, s.locked_relations, s.tables, s.touches, s.rewrites, s.scans, s.reversibility, s.loses,
       s.judged_by, s.mended_by, s.purged_by
  FROM pgdiff.deployment AS d
 CROSS JOIN LATERAL jsonb_to_recordset(d.plan) AS s(
       step integer, stage integer, in_transaction boolean, action text, object_type text, object_identity text, statement text, sha256 text,
       remark boolean, risk text, hazards text[], reason text, lock_mode text, locked_relations text[], tables jsonb, touches text[],
       rewrites boolean, scans boolean, reversibility text, loses text[], judged_by text, mended_by text, purged_by text)
 WHERE d.deployment_id = $1
