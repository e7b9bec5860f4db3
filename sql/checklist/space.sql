-- What is rewritten stands twice for a while. How much room the disk has, the server doesn't know.
SELECT 'manual',
       format('%s is rewritten: make sure that its tablespace has room for %s once more', c.oid::regclass, pg_size_pretty(pg_total_relation_size(c.oid))),
       format('SELECT pg_size_pretty(pg_total_relation_size(%L))', c.oid::regclass)
  FROM unnest({rewritten}) AS r(name)
  JOIN pg_class AS c ON c.oid = to_regclass(r.name) AND c.relkind IN ('r', 'm')
 ORDER BY pg_total_relation_size(c.oid) DESC, c.oid::regclass::text
