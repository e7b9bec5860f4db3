-- Each relation that a transaction touches takes a place in the server's lock table until the transaction ends, and all sessions share the
-- table (NLOCKENTS in src/backend/storage/lmgr/lock.c; it has some more, so that this can't be told to the last place). {created} is how many
-- places the plan's largest transaction takes for what it makes, {locked} what there is that it locks.
SELECT 'warn',
       format('one transaction of the plan holds some %s locks; %s are held now, and the server has room for some %s: it may fail with "out of shared memory"',
              n.needed, n.held, n.room),
       format('ALTER SYSTEM SET max_locks_per_transaction TO %s -- and restart the server, or deploy by schemas',
              ceil(1.25 * (n.needed + n.held) * s.per_session / n.room))
  FROM (SELECT current_setting('max_locks_per_transaction')::int8) AS s(per_session)
 CROSS JOIN LATERAL (
       SELECT {created} + (
                SELECT count(*)
                  FROM (SELECT DISTINCT t.relid
                          FROM unnest({locked}) AS r(name)
                         CROSS JOIN LATERAL (SELECT to_regclass(r.name) UNION ALL SELECT p.relid FROM pg_partition_tree(to_regclass(r.name)) AS p) AS t(relid)
                         WHERE t.relid IS NOT NULL) AS d
                  JOIN pg_class AS c ON c.oid = d.relid
                 CROSS JOIN LATERAL (
                       SELECT c.oid
                       UNION ALL SELECT i.indexrelid FROM pg_index AS i WHERE i.indrelid IN (c.oid, c.reltoastrelid)
                       UNION ALL SELECT c.reltoastrelid WHERE c.reltoastrelid <> 0) AS l) AS needed,
              (SELECT count(*) FROM pg_locks AS h WHERE h.pid <> pg_backend_pid()) AS held,
              s.per_session * (SELECT sum(p.setting::int8) + 1 FROM pg_settings AS p
                                WHERE p.name IN ('max_connections', 'autovacuum_max_workers', 'max_worker_processes', 'max_wal_senders', 'max_prepared_transactions')) AS room) AS n
 WHERE n.needed + n.held > 0.8 * n.room
