-- Memberships. From 16 on there is one for each grantor, who must have the ADMIN OPTION from another one; before, who granted it is
-- not reliably known (dumpRoleMembership in pg_dumpall.c). The bootstrap superuser is said by an empty name.
SELECT {class pg_auth_members} AS classid,
       m.roleid AS objid,
       -(m.member::int8 % 2147483647)::int4 AS objsubid,
       json_build_object(
         'name', json_build_array(r.rolname, u.rolname,
                                  /*since:160000*/CASE WHEN m.grantor <> 10 THEN pg_get_userbyid(m.grantor) ELSE '' END/*end*/
                                  /*before:160000*/''/*end*/),
         'parent', json_build_array({class pg_authid}, m.roleid, 0),
         /*since:160000*/
         'needs', CASE WHEN m.grantor <> 10 THEN
                    json_build_array(json_build_array({class pg_auth_members}, m.roleid, -(m.grantor::int8 % 2147483647))) END,
         'no_inherit', NULLIF(NOT m.inherit_option, false),
         'no_set', NULLIF(NOT m.set_option, false),
         /*end*/
         'admin', NULLIF(m.admin_option, false))::text AS data
  FROM pg_auth_members AS m
  JOIN pg_roles AS r ON r.oid = m.roleid
  JOIN pg_roles AS u ON u.oid = m.member
 WHERE NOT (r.rolname ~ '^pg_' AND u.rolname ~ '^pg_')
