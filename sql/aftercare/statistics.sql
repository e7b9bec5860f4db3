-- Tables with rows that the deployment made, rewrote or gave columns of another type, and that nobody has analyzed since it ended ({since}).
SELECT t.name,
       CASE WHEN s.last IS NULL THEN 'was never analyzed' ELSE 'was last analyzed before the deployment ended' END,
       'ANALYZE ' || t.name || ';'
  FROM (SELECT DISTINCT pg_catalog.to_regclass(n.name) AS oid, pg_catalog.to_regclass(n.name)::text AS name FROM unnest({tables}) AS n(name)) AS t
  JOIN pg_catalog.pg_class AS c ON c.oid = t.oid AND c.relkind IN ('r', 'p', 'm')
 CROSS JOIN LATERAL (SELECT greatest(pg_catalog.pg_stat_get_last_analyze_time(c.oid), pg_catalog.pg_stat_get_last_autoanalyze_time(c.oid)) AS last) AS s
 WHERE (c.relkind = 'p' OR pg_catalog.pg_relation_size(c.oid) > 0)
   AND (s.last IS NULL OR s.last < {since}::timestamptz)
 ORDER BY 1
