-- What a foreign server and the caller's user mapping say, the password too: what dblink would connect with.
SELECT o.option_name::text, o.option_value::text
  FROM pg_catalog.pg_foreign_server AS s
 CROSS JOIN LATERAL pg_catalog.pg_options_to_table(s.srvoptions) AS o
 WHERE s.srvname = $1
UNION ALL
SELECT o.option_name::text, o.option_value::text
  FROM (SELECT m.umoptions
          FROM pg_catalog.pg_user_mappings AS m
         WHERE m.srvname = $1 AND (m.umuser = 0 OR m.usename = current_user)
         ORDER BY m.umuser DESC
         LIMIT 1) AS m
 CROSS JOIN LATERAL pg_catalog.pg_options_to_table(m.umoptions) AS o
