INSERT INTO pgdiff.drift_check (watch_id, source, target, checked_at, checked_by, seen, outcome, unchanged, marker, pgdiff_version, sqlstate, message)
VALUES ($1, $2, $3, $4, $5, $6::pg_snapshot, 'failed', $7, $8, $9, $10, $11)
RETURNING drift_check_id
