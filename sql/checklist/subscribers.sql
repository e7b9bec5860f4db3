-- Tables that are touched and published: subscribers don't get DDL.
SELECT 'warn',
       format('%s is published by %s: subscribers do not get the change by themselves', c.oid::regclass, string_agg(DISTINCT quote_ident(p.pubname), ', ')),
       format('SELECT * FROM pg_publication_tables WHERE schemaname = %L AND tablename = %L', n.nspname, c.relname)
  FROM unnest({relations}) AS r(name)
  JOIN pg_class AS c ON c.oid = to_regclass(r.name)
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_publication_tables AS p ON p.schemaname = n.nspname AND p.tablename = c.relname
 GROUP BY c.oid, n.nspname, c.relname
 ORDER BY n.nspname, c.relname
