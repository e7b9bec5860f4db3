-- The foreign server of that name, and the validator of its wrapper: what tells a connection to PostgreSQL from any other.
SELECT p.proname::text
  FROM pg_catalog.pg_foreign_server AS s
  JOIN pg_catalog.pg_foreign_data_wrapper AS w ON w.oid = s.srvfdw
  LEFT JOIN pg_catalog.pg_proc AS p ON p.oid = w.fdwvalidator
 WHERE s.srvname = $1
