-- Schemas whose tables publications publish (15).
SELECT {class pg_publication} AS classid,
       0::oid AS objid,
       0 AS objsubid,
       '' AS data
 WHERE false
/*since:150000*/
UNION ALL
SELECT {class pg_publication_namespace},
       s.oid,
       0,
       json_build_object(
         'name', json_build_array(p.pubname, n.nspname),
         'parent', json_build_array({class pg_publication}, p.oid, 0))::text
  FROM pg_publication_namespace AS s
  JOIN pg_publication AS p ON p.oid = s.pnpubid
  JOIN pg_namespace AS n ON n.oid = s.pnnspid
/*end*/
