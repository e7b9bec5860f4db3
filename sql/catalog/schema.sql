-- Schemas. Their only properties are facets.
SELECT {class pg_namespace} AS classid,
       n.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname),
         'owner', pg_get_userbyid(n.nspowner),
         'acl', {acl n.nspacl},
         'comment', d.description)::text AS data
  FROM pg_namespace AS n
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_namespace'::regclass AND d.objoid = n.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
