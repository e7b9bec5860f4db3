-- How many connections there are, by state, of how many there can be.
SELECT json_build_object(
         'count', count(*), 'state', coalesce(a.state, 'not shown'),
         'finding', count(*) || ' of ' || sum(count(*)) OVER () || ' connections; max_connections is ' || current_setting('max_connections'))::text
  FROM pg_catalog.pg_stat_activity AS a
 WHERE a.backend_type = 'client backend'
 GROUP BY a.state
 ORDER BY count(*) DESC, a.state
