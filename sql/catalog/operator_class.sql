-- Operator classes. Their operators and functions are objects of their own (opfamily_member.sql).
SELECT {class pg_opclass} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.opcname, am.amname),
         'owner', pg_get_userbyid(c.opcowner),
         'comment', d.description,
         'type', format_type(c.opcintype, NULL),
         'default', nullif(c.opcdefault, false),
         'family', json_build_array(fn.nspname, f.opfname),
         'storage', CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL) END)::text AS data
  FROM pg_opclass AS c
  JOIN pg_namespace AS n ON n.oid = c.opcnamespace
  JOIN pg_am AS am ON am.oid = c.opcmethod
  JOIN pg_opfamily AS f ON f.oid = c.opcfamily
  JOIN pg_namespace AS fn ON fn.oid = f.opfnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_opclass'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
