-- A new deployment. $1 is an object with most of its columns, the others are its long texts.
INSERT INTO pgdiff.deployment (source, target, options, rollback_of, author, pgdiff_version, source_version, target_version, target_database,
                               source_fingerprint, fingerprint_before, plan, rollback_plan, script, rollback_script, source_catalog, catalog_before)
SELECT r.source, r.target, r.options, r.rollback_of, session_user, r.pgdiff_version, r.source_version, r.target_version, r.target_database,
       r.source_fingerprint, r.fingerprint_before, r.plan, r.rollback_plan, $2, $3, $4, $5
  FROM jsonb_to_record($1) AS r(source text, target text, options jsonb, rollback_of bigint, pgdiff_version text, source_version integer,
                                target_version integer, target_database text, source_fingerprint text, fingerprint_before text,
                                plan jsonb, rollback_plan jsonb)
RETURNING deployment_id
