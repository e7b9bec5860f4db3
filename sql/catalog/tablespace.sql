-- Tablespaces, except those that initdb made. One that lies in the data directory itself has a relative location.
SELECT {class pg_tablespace} AS classid,
       t.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(t.spcname),
         'owner', pg_get_userbyid(t.spcowner),
         'acl', {acl t.spcacl},
         'comment', d.description,
         'location', CASE WHEN pg_tablespace_location(t.oid) ~ '^(/|[A-Za-z]:)' THEN pg_tablespace_location(t.oid) END,
         'options', to_json(t.spcoptions))::text AS data
  FROM pg_tablespace AS t
  LEFT JOIN pg_shdescription AS d ON d.classoid = 'pg_tablespace'::regclass AND d.objoid = t.oid
 WHERE t.spcname !~ '^pg_'
