-- Foreign-data wrappers.
SELECT {class pg_foreign_data_wrapper} AS classid,
       w.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(w.fdwname),
         'owner', pg_get_userbyid(w.fdwowner),
         'acl', {acl w.fdwacl},
         'comment', d.description,
         'handler', CASE WHEN h.oid IS NOT NULL THEN json_build_array(hn.nspname, h.proname) END,
         'validator', CASE WHEN v.oid IS NOT NULL THEN json_build_array(vn.nspname, v.proname) END,
         'foreign_options', {options w.fdwoptions},
         /*reveal*/'_secrets', {revealed w.fdwoptions},/*end*/
         'foreign_secrets', {secrets w.fdwoptions})::text AS data
  FROM pg_foreign_data_wrapper AS w
  LEFT JOIN pg_proc AS h ON h.oid = w.fdwhandler
  LEFT JOIN pg_namespace AS hn ON hn.oid = h.pronamespace
  LEFT JOIN pg_proc AS v ON v.oid = w.fdwvalidator
  LEFT JOIN pg_namespace AS vn ON vn.oid = v.pronamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_foreign_data_wrapper'::regclass AND d.objoid = w.oid AND d.objsubid = 0
 WHERE w.oid >= 16384
