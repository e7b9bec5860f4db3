-- Objects of kinds that pgdiff doesn't handle yet: that they are there, and nothing more. The name is what pg_identify_object
-- says, the type and the identity.
SELECT q.classid,
       q.objid,
       0 AS objsubid,
       json_build_object('name', json_build_array(o.type, o.identity),
                         '_schema', o.schema,
                         '_note', 'pgdiff does not handle this kind of object yet')::text AS data
  FROM (SELECT {class pg_subscription} AS classid, x.oid AS objid FROM pg_subscription AS x
                   WHERE x.subdbid = (SELECT db.oid FROM pg_database AS db WHERE db.datname = current_database())) AS q,
       pg_identify_object(q.classid, q.objid, 0) AS o
 WHERE q.objid >= 16384
   AND o.schema IS DISTINCT FROM 'pg_catalog' AND coalesce(o.schema, '') !~ '^pg_(temp|toast)'
UNION ALL
SELECT {class pg_seclabel},
       s.objoid,
       s.objsubid,
       json_build_object('name', json_build_array('security label', concat_ws(' ', o.type, o.identity, 'for', s.provider)),
                         '_schema', o.schema,
                         '_note', 'pgdiff does not handle this kind of object yet')::text
  FROM pg_seclabel AS s, pg_identify_object(s.classoid, s.objoid, s.objsubid) AS o
 WHERE o.identity IS NOT NULL
