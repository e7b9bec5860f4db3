-- The statements that name one of these tables, with what they took in all. What changes or looks after a table, the deployment's own steps
-- above all, is no statement of an application: it would be the slowest of all.
SELECT s.queryid::text, min(left(s.query, 200)), json_build_object('calls', sum(s.calls), 'total', sum(s.total_exec_time))::text
  FROM {schema}.pg_stat_statements AS s
 WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database AS d WHERE d.datname = current_database())
   AND s.query !~* 'password'
   AND s.query !~* '^\s*(alter|analyze|cluster|comment|create|do|drop|grant|lock|refresh|reindex|revoke|security|truncate|vacuum)\M'
   AND EXISTS (SELECT FROM unnest({tables}) AS n(name)
                WHERE strpos(lower(s.query), lower((parse_ident(n.name))[array_upper(parse_ident(n.name), 1)])) > 0)
 GROUP BY s.queryid
 ORDER BY sum(s.total_exec_time) DESC
 LIMIT 200
