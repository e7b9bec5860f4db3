-- Prepared transactions hold their locks until somebody ends them, also across a restart.
SELECT json_build_object(
         'database', p.database, 'role', p.owner, 'seconds', extract(epoch FROM clock_timestamp() - p.prepared)::float8,
         'finding', 'prepared transaction ' || quote_literal(p.gid) || ' of database ' || p.database,
         'command', format('ROLLBACK PREPARED %L;', p.gid))::text
  FROM pg_catalog.pg_prepared_xacts AS p
 ORDER BY p.prepared
