-- Default privileges. An entry of a schema adds to what holds everywhere; an entry for all schemas stands in place of the
-- built-in privileges. The grantor is always the role whose objects they are.
SELECT {class pg_default_acl} AS classid,
       a.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(pg_get_userbyid(a.defaclrole), coalesce(n.nspname, ''),
                                  CASE a.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
                                                       WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas'
                                                       WHEN 'L' THEN 'large objects' ELSE a.defaclobjtype::text END),
         'grants', (SELECT json_agg(json_build_array(pg_get_userbyid(x.grantor),
                                                     CASE WHEN x.grantee <> 0 THEN pg_get_userbyid(x.grantee) END,
                                                     x.privilege_type, x.is_grantable)
                                    ORDER BY x.grantee <> 0, pg_get_userbyid(x.grantee) COLLATE "C", x.privilege_type)
                      FROM aclexplode(a.defaclacl) AS x))::text AS data
  FROM pg_default_acl AS a
  LEFT JOIN pg_namespace AS n ON n.oid = a.defaclnamespace
