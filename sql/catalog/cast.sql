-- Casts. The one from a range type to its multirange type is a part of the type.
SELECT {class pg_cast} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(format_type(c.castsource, NULL), format_type(c.casttarget, NULL)),
         'comment', d.description,
         'method', CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure::text
                                     WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END,
         'context', CASE c.castcontext WHEN 'a' THEN 'ASSIGNMENT' WHEN 'i' THEN 'IMPLICIT' END,
         '_identity', (pg_identify_object('pg_cast'::regclass, c.oid, 0)).identity)::text AS data
  FROM pg_cast AS c
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_cast'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE c.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_range AS r WHERE r.rngtypid = c.castsource AND r.rngmultitypid = c.casttarget)
