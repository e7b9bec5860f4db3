-- The number of what is watched; new where nobody watched it before. What another session makes at the same time is waited for, and is it.
WITH there AS (
  SELECT w.watch_id FROM pgdiff.drift_watch AS w
   WHERE (w.source, w.target, w.role) = ($1, $2, $3::name) AND md5(w.options::text) = md5($4::text)
), made AS (
  INSERT INTO pgdiff.drift_watch AS w (source, target, role, options)
  SELECT $1, $2, $3::name, $4 WHERE NOT EXISTS (SELECT FROM there)
  ON CONFLICT (source, target, role, md5(options::text)) DO UPDATE SET role = excluded.role
  RETURNING w.watch_id
)
SELECT watch_id FROM there UNION ALL SELECT watch_id FROM made
