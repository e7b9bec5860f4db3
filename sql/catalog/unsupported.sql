-- Objects of kinds that pgdiff doesn't handle yet: that they are there, and nothing more. The name is the type and what
-- pg_identify_object says.
SELECT {class pg_seclabel} AS classid,
       s.objoid AS objid,
       s.objsubid,
       json_build_object('name', json_build_array('security label', concat_ws(' ', o.type, o.identity, 'for', s.provider)),
                         '_schema', o.schema,
                         '_note', 'pgdiff does not handle this kind of object yet')::text AS data
  FROM pg_seclabel AS s, pg_identify_object(s.classoid, s.objoid, s.objsubid) AS o
 WHERE o.identity IS NOT NULL
