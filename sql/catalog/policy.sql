-- Row-level security policies. No roles means PUBLIC.
SELECT {class pg_policy} AS classid,
       p.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname, p.polname),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         'comment', d.description,
         'command', CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' END,
         'restrictive', NULLIF(NOT p.polpermissive, false),
         'roles', CASE WHEN 0 <> ALL (p.polroles) THEN
                    (SELECT json_agg(r.name ORDER BY r.name COLLATE "C")
                       FROM (SELECT pg_get_userbyid(u.oid)::text AS name FROM unnest(p.polroles) AS u(oid)) AS r) END,
         'using', pg_get_expr(p.polqual, p.polrelid),
         'check', pg_get_expr(p.polwithcheck, p.polrelid))::text AS data
  FROM pg_policy AS p
  JOIN pg_class AS c ON c.oid = p.polrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_policy'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE c.relkind IN ('r', 'p')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
