-- Foreign servers.
SELECT {class pg_foreign_server} AS classid,
       s.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(s.srvname),
         'owner', pg_get_userbyid(s.srvowner),
         'acl', {acl s.srvacl},
         'comment', d.description,
         'wrapper', w.fdwname,
         'type', s.srvtype,
         'version', s.srvversion,
         'foreign_options', {options s.srvoptions},
         /*reveal*/'_secrets', {revealed s.srvoptions},/*end*/
         'foreign_secrets', {secrets s.srvoptions})::text AS data
  FROM pg_foreign_server AS s
  JOIN pg_foreign_data_wrapper AS w ON w.oid = s.srvfdw
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_foreign_server'::regclass AND d.objoid = s.oid AND d.objsubid = 0
