-- The newest snapshot of this database, if the caller may read it.
SELECT s.label
  FROM pgdiff.snapshot AS s
  JOIN pg_catalog.pg_database AS d ON d.oid = s.database_oid AND d.datname = pg_catalog.current_database()
  JOIN pg_catalog.pg_control_system() AS c ON c.system_identifier::text = s.system_identifier
 ORDER BY s.taken_at DESC, s.label COLLATE "C"
 LIMIT 1
