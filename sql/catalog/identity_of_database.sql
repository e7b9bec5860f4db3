-- Which database this is, whatever it is called: OIDs hold in it only.
SELECT {class pg_database} AS classid,
       d.oid AS objid,
       0 AS objsubid,
       s.system_identifier::text AS data
  FROM pg_database AS d, pg_control_system() AS s
 WHERE d.datname = current_database()
