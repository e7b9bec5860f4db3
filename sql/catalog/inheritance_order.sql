-- The order of the parents of a table that inherits from several, as INHERITS lists them. Its address is one that pg_depend never uses.
SELECT {class pg_inherits} AS classid,
       c.oid AS objid,
       -2 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         'needs', json_agg(json_build_array({class pg_inherits}, c.oid, i.inhseqno)),
         'parents', json_agg(json_build_array(pn.nspname, p.relname) ORDER BY i.inhseqno))::text AS data
  FROM pg_inherits AS i
  JOIN pg_class AS c ON c.oid = i.inhrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_class AS p ON p.oid = i.inhparent
  JOIN pg_namespace AS pn ON pn.oid = p.relnamespace
 WHERE c.relkind = 'r'
   AND NOT c.relispartition
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 GROUP BY c.oid, n.nspname, c.relname
HAVING count(*) > 1
