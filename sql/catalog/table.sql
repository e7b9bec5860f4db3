-- Tables: ordinary, typed and partitioned ones, and partitions (whose attachment is partition.sql's). Columns and what else
-- can be changed alone have queries of their own. Defaults are null, so that a plain table has no property at all.
SELECT {class pg_class} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'owner', pg_get_userbyid(c.relowner),
         'acl', {acl c.relacl},
         'comment', d.description,
         'unlogged', NULLIF(c.relpersistence = 'u', false),
         'partition_key', CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
         'of_type', CASE WHEN c.reloftype <> 0 THEN json_build_array(tn.nspname, ty.typname) END,
         'options', CASE WHEN c.reloptions IS NOT NULL OR toast.reloptions IS NOT NULL THEN
                      (SELECT json_agg(o.option ORDER BY o.option COLLATE "C")
                         FROM (SELECT unnest(c.reloptions) AS option
                               UNION ALL SELECT 'toast.' || unnest(toast.reloptions)) AS o) END,
         'access_method', NULLIF(am.amname, 'heap'),
         'tablespace', ts.spcname,
         'row_security', NULLIF(c.relrowsecurity, false),
         'force_row_security', NULLIF(c.relforcerowsecurity, false),
         '_partition', NULLIF(c.relispartition, false),
         '_rows', c.reltuples,
         '_pages', c.relpages)::text AS data
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_class AS toast ON toast.oid = c.reltoastrelid
  LEFT JOIN pg_type AS ty ON ty.oid = c.reloftype
  LEFT JOIN pg_namespace AS tn ON tn.oid = ty.typnamespace
  LEFT JOIN pg_am AS am ON am.oid = c.relam
  LEFT JOIN pg_tablespace AS ts ON ts.oid = c.reltablespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE c.relkind IN ('r', 'p')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
