-- Text search configurations. Which dictionaries look at which tokens is said by objects of their own (ts_mapping.sql).
SELECT {class pg_ts_config} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.cfgname),
         'owner', pg_get_userbyid(c.cfgowner),
         'comment', d.description,
         'parser', json_build_array(pn.nspname, p.prsname))::text AS data
  FROM pg_ts_config AS c
  JOIN pg_namespace AS n ON n.oid = c.cfgnamespace
  JOIN pg_ts_parser AS p ON p.oid = c.cfgparser
  JOIN pg_namespace AS pn ON pn.oid = p.prsnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_ts_config'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
