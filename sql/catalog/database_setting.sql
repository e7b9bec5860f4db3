-- ALTER DATABASE ... SET of this database, and ALTER ROLE ... IN DATABASE ... SET: one object for each parameter.
SELECT {class pg_db_role_setting} AS classid,
       s.setrole AS objid,
       -x.position::int4 AS objsubid,
       json_build_object(
         'name', json_build_array(CASE WHEN s.setrole <> 0 THEN pg_get_userbyid(s.setrole) ELSE '' END,
                                  left(x.setting, strpos(x.setting, '=') - 1)),
         'parent', json_build_array({class pg_database}, s.setdatabase, 0),
         'value', substr(x.setting, strpos(x.setting, '=') + 1))::text AS data
  FROM pg_db_role_setting AS s
  JOIN pg_database AS d ON d.oid = s.setdatabase AND d.datname = current_database()
 CROSS JOIN LATERAL unnest(s.setconfig) WITH ORDINALITY AS x(setting, position)
