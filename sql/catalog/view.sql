-- Views. `columns` repeats what the parts say (name, type, and a collation that is not the type's), because CREATE OR REPLACE
-- VIEW goes by it.
SELECT {class pg_class} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'owner', pg_get_userbyid(c.relowner),
         'acl', {acl c.relacl},
         'comment', d.description,
         'definition', rtrim(pg_get_viewdef(c.oid), ';'),
         'options', to_json(c.reloptions),
         'columns', (SELECT json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod),
                                                      CASE WHEN a.attcollation <> t.typcollation
                                                           THEN json_build_array(ln.nspname, l.collname) END)
                                     ORDER BY a.attnum)
                       FROM pg_attribute AS a
                       JOIN pg_type AS t ON t.oid = a.atttypid
                       LEFT JOIN pg_collation AS l ON l.oid = a.attcollation
                       LEFT JOIN pg_namespace AS ln ON ln.oid = l.collnamespace
                      WHERE a.attrelid = c.oid AND a.attnum > 0))::text AS data
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE c.relkind = 'v' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
