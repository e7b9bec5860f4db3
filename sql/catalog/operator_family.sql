-- Operator families. What is in them are objects of their own (opfamily_member.sql).
SELECT {class pg_opfamily} AS classid,
       f.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, f.opfname, am.amname),
         'owner', pg_get_userbyid(f.opfowner),
         'comment', d.description)::text AS data
  FROM pg_opfamily AS f
  JOIN pg_namespace AS n ON n.oid = f.opfnamespace
  JOIN pg_am AS am ON am.oid = f.opfmethod
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_opfamily'::regclass AND d.objoid = f.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
