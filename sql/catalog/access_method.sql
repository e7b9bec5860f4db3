-- Access methods of tables and indexes.
SELECT {class pg_am} AS classid,
       a.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(a.amname),
         'comment', d.description,
         'type', CASE a.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END,
         'handler', a.amhandler::text)::text AS data
  FROM pg_am AS a
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_am'::regclass AND d.objoid = a.oid AND d.objsubid = 0
 WHERE a.oid >= 16384
