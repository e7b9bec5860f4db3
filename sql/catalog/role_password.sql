-- Passwords of roles, as digests of what is stored. Only superusers may read them: so that the statement works for everyone, another
-- one reads them, whose text is chosen when it runs. Of a role that may log in it is told where its password isn't shown.
SELECT {class pg_authid} AS classid,
       r.oid AS objid,
       -1 AS objsubid,
       json_build_object(
         'name', json_build_array(r.rolname),
         'parent', json_build_array({class pg_authid}, r.oid, 0),
         '_note', CASE WHEN NOT seen.visible THEN 'its password is not shown to this role' END,
         /*reveal*/'_secrets', CASE WHEN p.password IS NOT NULL THEN json_build_object('password', p.password) END,/*end*/
         'password_secrets', CASE WHEN p.password IS NOT NULL THEN json_build_object('password',
           encode(sha256(convert_to(concat_ws(E'\n', 'pgdiff', r.rolname, p.password), 'UTF8')), 'hex')) END)::text AS data
  FROM pg_roles AS r
 CROSS JOIN (SELECT has_column_privilege('pg_authid'::regclass, 'rolpassword', 'SELECT') AS visible) AS seen
  LEFT JOIN (SELECT split_part(w.word, ':', 1)::oid AS oid, substr(w.word, strpos(w.word, ':') + 1) AS password
               FROM ts_stat(CASE WHEN NOT has_column_privilege('pg_authid'::regclass, 'rolpassword', 'SELECT')
                                 THEN $none$SELECT ''::tsvector$none$ ELSE $all$
                      SELECT array_to_tsvector(ARRAY[a.oid || ':' || a.rolpassword])
                        FROM pg_catalog.pg_authid AS a
                       -- A lexeme has at most 2,046 bytes.
                       WHERE octet_length(a.rolpassword) < 2000$all$ END) AS w
              WHERE w.word <> '') AS p ON p.oid = r.oid
 WHERE r.rolname !~ '^pg_'
   AND (p.password IS NOT NULL OR r.rolcanlogin AND NOT seen.visible)
