-- ALTER ROLE ... SET in all databases, for a role or (with an empty name) for all: one object for each parameter.
SELECT {class pg_db_role_setting} AS classid,
       s.setrole AS objid,
       -x.position::int4 AS objsubid,
       json_build_object(
         'name', json_build_array(CASE WHEN s.setrole <> 0 THEN pg_get_userbyid(s.setrole) ELSE '' END,
                                  left(x.setting, strpos(x.setting, '=') - 1)),
         'parent', CASE WHEN s.setrole <> 0 THEN json_build_array({class pg_authid}, s.setrole, 0) END,
         'value', substr(x.setting, strpos(x.setting, '=') + 1))::text AS data
  FROM pg_db_role_setting AS s
 CROSS JOIN LATERAL unnest(s.setconfig) WITH ORDINALITY AS x(setting, position)
 WHERE s.setdatabase = 0
