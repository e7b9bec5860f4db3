-- Materialized views. Whether one holds rows is told, not compared: it is data.
SELECT {class pg_class} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'owner', pg_get_userbyid(c.relowner),
         'acl', {acl c.relacl},
         'comment', d.description,
         'definition', rtrim(pg_get_viewdef(c.oid), ';'),
         'options', to_json(nullif(coalesce(c.reloptions, '{}')
                                   || array(SELECT 'toast.' || o FROM unnest(toast.reloptions) AS o), '{}')),
         'access_method', nullif(am.amname, 'heap'),
         'tablespace', ts.spcname,
         '_database_tablespace', CASE WHEN c.reltablespace <> 0 THEN (SELECT dt.spcname FROM pg_database AS db JOIN pg_tablespace AS dt ON dt.oid = db.dattablespace
                                             WHERE db.datname = current_database()) END,
         'extensions', x.extensions,
         '_populated', c.relispopulated,
         '_rows', c.reltuples,
         '_bytes', (c.relpages + coalesce(toast.relpages, 0)::int8) * current_setting('block_size')::int8)::text AS data
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_class AS toast ON toast.oid = c.reltoastrelid
  LEFT JOIN pg_am AS am ON am.oid = c.relam
  LEFT JOIN pg_tablespace AS ts ON ts.oid = c.reltablespace
  LEFT JOIN (SELECT dep.objid, json_agg(e.extname ORDER BY e.extname) AS extensions
               FROM pg_extension AS e
               JOIN pg_depend AS dep ON dep.refclassid = 'pg_extension'::regclass AND dep.refobjid = e.oid
              WHERE dep.classid = 'pg_class'::regclass AND dep.deptype = 'x'
              GROUP BY dep.objid) AS x ON x.objid = c.oid
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE c.relkind = 'm' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
