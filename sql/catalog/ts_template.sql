-- Text search templates. They have no owner.
SELECT {class pg_ts_template} AS classid,
       t.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, t.tmplname),
         'comment', d.description,
         'init', CASE WHEN t.tmplinit <> 0 THEN t.tmplinit::text END,
         'lexize', t.tmpllexize::text)::text AS data
  FROM pg_ts_template AS t
  JOIN pg_namespace AS n ON n.oid = t.tmplnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_ts_template'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
