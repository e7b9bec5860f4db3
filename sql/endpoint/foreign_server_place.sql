-- Where a foreign server is, and as whom it is reached from here: what may be shown of it.
SELECT o.option_name::text, o.option_value::text
  FROM pg_catalog.pg_foreign_server AS s
 CROSS JOIN LATERAL pg_catalog.pg_options_to_table(s.srvoptions) AS o
 WHERE s.srvname = $1 AND o.option_name IN ('host', 'hostaddr', 'port', 'dbname', 'service')
UNION ALL
SELECT o.option_name::text, o.option_value::text
  FROM pg_catalog.pg_user_mappings AS m
 CROSS JOIN LATERAL pg_catalog.pg_options_to_table(m.umoptions) AS o
 WHERE m.srvname = $1 AND m.usename = current_user AND o.option_name = 'user'
 ORDER BY 1
