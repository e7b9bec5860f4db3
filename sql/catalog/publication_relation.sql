-- Tables of publications, with their column lists and row filters (15).
SELECT {class pg_publication_rel} AS classid,
       r.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(p.pubname, n.nspname, c.relname),
         'parent', json_build_array({class pg_publication}, p.oid, 0),
         /*since:150000*/
         'columns', CASE WHEN r.prattrs IS NOT NULL THEN
                      (SELECT json_agg(a.attname ORDER BY a.attname)
                         FROM pg_attribute AS a
                        WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) END,
         'filter', pg_get_expr(r.prqual, r.prrelid),
         /*end*/
         'relation', json_build_array(n.nspname, c.relname))::text AS data
  FROM pg_publication_rel AS r
  JOIN pg_publication AS p ON p.oid = r.prpubid
  JOIN pg_class AS c ON c.oid = r.prrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
