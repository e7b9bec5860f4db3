-- Text search dictionaries.
SELECT {class pg_ts_dict} AS classid,
       x.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, x.dictname),
         'owner', pg_get_userbyid(x.dictowner),
         'comment', d.description,
         'template', json_build_array(tn.nspname, t.tmplname),
         'options', nullif(x.dictinitoption, ''))::text AS data
  FROM pg_ts_dict AS x
  JOIN pg_namespace AS n ON n.oid = x.dictnamespace
  JOIN pg_ts_template AS t ON t.oid = x.dicttemplate
  JOIN pg_namespace AS tn ON tn.oid = t.tmplnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_ts_dict'::regclass AND d.objoid = x.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
