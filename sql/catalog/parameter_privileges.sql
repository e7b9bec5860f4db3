-- GRANT ... ON PARAMETER. The bootstrap superuser counts as every parameter's owner (dumpRoleGUCPrivs in pg_dumpall.c).
/*since:150000*/
SELECT {class pg_parameter_acl} AS classid,
       p.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(p.parname),
         'grants', (SELECT json_agg(json_build_array(
                                      CASE WHEN a.grantor = 10 THEN '=owner' ELSE '@' || pg_get_userbyid(a.grantor) END,
                                      CASE a.grantee WHEN 0 THEN '=public' WHEN 10 THEN '=owner' ELSE '@' || pg_get_userbyid(a.grantee) END,
                                      a.privilege_type, a.is_grantable)
                                    ORDER BY a.grantor = 10 DESC, pg_get_userbyid(a.grantor) COLLATE "C",
                                             pg_get_userbyid(a.grantee) COLLATE "C", a.privilege_type)
                      FROM aclexplode(p.paracl) AS a),
         '_owner', pg_get_userbyid(10))::text AS data
  FROM pg_parameter_acl AS p
/*end*/
/*before:150000*/
SELECT 0::oid AS classid, 0::oid AS objid, 0 AS objsubid, ''::text AS data WHERE false
/*end*/
