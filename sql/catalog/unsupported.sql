-- What pgdiff doesn't handle: that it is there, and nothing more. Members of extensions are the extension's business, but their
-- security labels are somebody else's. The name is the type and what pg_identify_object says.
SELECT {class pg_seclabel} AS classid,
       s.objoid AS objid,
       s.objsubid,
       json_build_object('name', json_build_array('security label', concat_ws(' ', o.type, o.identity, 'for', s.provider)),
                         '_schema', o.schema,
                         '_note', 'pgdiff does not handle security labels of members of extensions')::text AS data
  FROM pg_seclabel AS s, pg_identify_object(s.classoid, s.objoid, s.objsubid) AS o
 WHERE o.identity IS NOT NULL
   AND EXISTS (SELECT FROM pg_depend AS e
                WHERE e.classid = s.classoid AND e.objid = s.objoid AND e.deptype = 'e')
