-- Text search parsers. They have no owner.
SELECT {class pg_ts_parser} AS classid,
       p.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, p.prsname),
         'comment', d.description,
         'start', p.prsstart::text,
         'gettoken', p.prstoken::text,
         'end', p.prsend::text,
         'headline', CASE WHEN p.prsheadline <> 0 THEN p.prsheadline::text END,
         'lextypes', p.prslextype::text)::text AS data
  FROM pg_ts_parser AS p
  JOIN pg_namespace AS n ON n.oid = p.prsnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_ts_parser'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
