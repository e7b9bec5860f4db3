-- Who did what is otherwise now: a statement since the check before that the log has of the object, or of what it is a part of. Best one
-- that says its name, then one of the object itself, then the last. The server does not tell what a GRANT is about, so its text must.
-- Since then is also what a transaction did that the check could not see yet. A transaction's number that is not over now came with a dump.
WITH since AS (
  SELECT coalesce(c.checked_at, '-infinity') AS at, c.seen
    FROM (VALUES (1)) AS one
    LEFT JOIN LATERAL (SELECT * FROM pgdiff.drift_check AS c
                        WHERE c.watch_id = $1 AND c.drift_check_id < $2 AND c.outcome <> 'failed'
                        ORDER BY c.drift_check_id DESC LIMIT 1) AS c ON true
), done AS (
  SELECT d.object_type, d.object_identity, l.ddl_log_id,
         row_number() OVER (PARTITION BY d.object_type, d.object_identity
                            ORDER BY l.command IN ('GRANT', 'REVOKE') = d.details ? 'privileges' DESC, n.said DESC,
                                     array_position(d.within, l.object_identity), l.ddl_log_id DESC) AS place
    FROM pgdiff.drift_difference AS d
   CROSS JOIN since AS s
    JOIN pgdiff.ddl_log AS l
      ON l.logged_at > s.at OR NOT pg_visible_in_snapshot(l.xid, s.seen) AND pg_visible_in_snapshot(l.xid, pg_current_snapshot())
   CROSS JOIN LATERAL (SELECT coalesce(strpos(lower(l.statement), lower(btrim(d.object_name, '"'))) > 0, false) AS said) AS n
   WHERE d.watch_id = $1 AND d.drift_check_id = $2 AND d.state <> 'still there' AND d.ddl_log_id IS NULL
     AND (l.object_identity = ANY (d.within) OR l.object_identity IS NULL AND n.said AND d.details ? 'privileges')
)
UPDATE pgdiff.drift_difference AS d SET ddl_log_id = o.ddl_log_id
  FROM done AS o
 WHERE d.watch_id = $1 AND (d.object_type, d.object_identity) = (o.object_type, o.object_identity) AND o.place = 1
