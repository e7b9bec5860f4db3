-- The schema that pg_stat_statements is installed in, quoted.
SELECT pg_catalog.quote_ident(n.nspname), NULL::text, NULL::text
  FROM pg_catalog.pg_extension AS e
  JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
 WHERE e.extname = 'pg_stat_statements'
