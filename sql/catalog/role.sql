-- Roles, except those that initdb made for itself (pg_...). Properties say what differs from what CREATE ROLE makes; passwords are
-- objects of their own (role_password.sql). An end that never comes is none.
SELECT {class pg_authid} AS classid,
       r.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(r.rolname),
         'comment', d.description,
         'superuser', NULLIF(r.rolsuper, false),
         'no_inherit', NULLIF(NOT r.rolinherit, false),
         'createrole', NULLIF(r.rolcreaterole, false),
         'createdb', NULLIF(r.rolcreatedb, false),
         'login', NULLIF(r.rolcanlogin, false),
         'replication', NULLIF(r.rolreplication, false),
         'bypassrls', NULLIF(r.rolbypassrls, false),
         'connection_limit', NULLIF(r.rolconnlimit, -1),
         'valid_until', NULLIF(r.rolvaliduntil, 'infinity')::text,
         '_bootstrap', CASE WHEN r.oid = 10 THEN true END)::text AS data
  FROM pg_roles AS r
  LEFT JOIN pg_shdescription AS d ON d.classoid = 'pg_authid'::regclass AND d.objoid = r.oid
 WHERE r.rolname !~ '^pg_'
