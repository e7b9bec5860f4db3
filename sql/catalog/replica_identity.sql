-- REPLICA IDENTITY where it is not the default. An object of its own because it may need an index; its address is one that
-- pg_depend never uses. If the index was dropped since, the server behaves as for NOTHING, and pg_dump prints nothing.
SELECT {class pg_index} AS classid,
       c.oid AS objid,
       1 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         'needs', CASE WHEN ic.oid IS NOT NULL THEN json_build_array(json_build_array({class pg_class}, ic.oid, 0)) END,
         'identity', CASE c.relreplident WHEN 'n' THEN 'NOTHING' WHEN 'f' THEN 'FULL' ELSE 'INDEX' END,
         'index', ic.relname)::text AS data
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisreplident AND c.relreplident = 'i'
  LEFT JOIN pg_class AS ic ON ic.oid = i.indexrelid
 WHERE c.relkind IN ('r', 'p', 'm')
   AND (c.relreplident IN ('n', 'f') OR ic.oid IS NOT NULL)
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
