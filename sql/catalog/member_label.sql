-- Security labels of members of extensions, by provider. The members themselves are the extension's, but their labels are somebody
-- else's.
SELECT {class pg_seclabel} AS classid,
       s.objoid AS objid,
       s.objsubid,
       json_build_object(
         'name', json_build_array(o.type, o.identity),
         'parent', json_build_array({class pg_extension}, s.extension, 0),
         'labels', s.labels,
         '_schema', o.schema,
         '_column', CASE WHEN s.objsubid > 0 THEN (pg_identify_object_as_address(s.classoid, s.objoid, s.objsubid)).object_names END)::text AS data
  FROM (SELECT l.classoid, l.objoid, l.objsubid, e.refobjid AS extension, json_object_agg(l.provider, l.label) AS labels
          FROM pg_seclabel AS l
          JOIN pg_depend AS e ON e.classid = l.classoid AND e.objid = l.objoid AND e.objsubid = 0 AND e.deptype = 'e'
          JOIN pg_extension AS x ON x.oid = e.refobjid AND x.extname <> 'pgdiff'
         GROUP BY l.classoid, l.objoid, l.objsubid, e.refobjid) AS s,
       pg_identify_object(s.classoid, s.objoid, s.objsubid) AS o
 WHERE o.identity IS NOT NULL
