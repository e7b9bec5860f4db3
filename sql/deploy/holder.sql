-- Who else holds the lock of deployments in this database. {high} and {low} are the two halves of its key.
SELECT a.pid::text, a.usename::text, a.application_name
  FROM pg_catalog.pg_locks AS l
  LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
 WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
   AND l.database = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = current_database())
   AND l.classid::int8 = {high} AND l.objid::int8 = {low}
