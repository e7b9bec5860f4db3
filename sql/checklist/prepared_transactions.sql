-- Prepared transactions hold their locks until somebody ends them.
SELECT 'warn',
       format('transaction %L is prepared by %I since %s and holds its locks', p.gid, p.owner, p.prepared),
       format('ROLLBACK PREPARED %L', p.gid)
  FROM pg_prepared_xacts AS p
 WHERE p.database = current_database()
 ORDER BY p.prepared, p.gid
