-- CLUSTER ON: the index by which a table was or is to be clustered. Its address is one that pg_depend never uses.
SELECT {class pg_index} AS classid,
       c.oid AS objid,
       2 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         'needs', json_build_array(json_build_array({class pg_class}, ic.oid, 0)),
         'index', ic.relname,
         '_relation', NULLIF(c.relkind, 'r'))::text AS data
  FROM pg_index AS i
  JOIN pg_class AS c ON c.oid = i.indrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_class AS ic ON ic.oid = i.indexrelid
 WHERE i.indisclustered
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
