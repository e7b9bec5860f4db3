-- Transforms between a type and a language.
SELECT {class pg_transform} AS classid,
       t.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(format_type(t.trftype, NULL), l.lanname),
         'comment', d.description,
         'from_sql', CASE WHEN t.trffromsql <> 0 THEN t.trffromsql::regprocedure::text END,
         'to_sql', CASE WHEN t.trftosql <> 0 THEN t.trftosql::regprocedure::text END,
         '_identity', (pg_identify_object('pg_transform'::regclass, t.oid, 0)).identity)::text AS data
  FROM pg_transform AS t
  JOIN pg_language AS l ON l.oid = t.trflang
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_transform'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.oid >= 16384
