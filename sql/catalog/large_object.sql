-- What is to be said of large objects beside their data. Their addresses in other catalogs are pg_largeobject's, not those of the catalog
-- that they have rows in.
SELECT {class pg_largeobject} AS classid,
       l.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(l.oid::text),
         'owner', pg_get_userbyid(l.lomowner),
         'acl', {acl l.lomacl},
         'comment', d.description)::text AS data
  FROM pg_largeobject_metadata AS l
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_largeobject'::regclass AND d.objoid = l.oid AND d.objsubid = 0
