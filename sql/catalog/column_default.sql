-- Defaults of columns, of views too; the expression of a generated column belongs to the column.
SELECT {class pg_attrdef} AS classid,
       def.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname, a.attname),
         'parent', json_build_array({class pg_class}, def.adrelid, def.adnum),
         'needs', json_build_array(json_build_array({class pg_class}, def.adrelid, 0)),
         -- A default has no column in it, so that the deparser needn't know the relation, which would take it four times as long.
         'expression', pg_get_expr(def.adbin, 0),
         '_relation', NULLIF(c.relkind, 'r'))::text AS data
  FROM pg_attrdef AS def
  JOIN pg_attribute AS a ON a.attrelid = def.adrelid AND a.attnum = def.adnum
  JOIN pg_class AS c ON c.oid = def.adrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
 WHERE a.attgenerated = ''
   AND c.relkind IN ('r', 'p', 'v', 'f')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
