-- CREATE TABLE ... OF. An object of its own, because ALTER TABLE ... OF wants all columns to be there. Its address is one that
-- pg_depend never uses.
SELECT {class pg_inherits} AS classid,
       c.oid AS objid,
       -1 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         'needs', (SELECT json_agg(json_build_array(x.classid, x.objid, x.objsubid))
                     FROM (SELECT {class pg_type} AS classid, c.reloftype AS objid, 0 AS objsubid
                           UNION ALL
                           SELECT {class pg_class}, a.attrelid, a.attnum
                             FROM pg_attribute AS a
                            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS x),
         'type', json_build_array(tn.nspname, t.typname))::text AS data
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_type AS t ON t.oid = c.reloftype
  JOIN pg_namespace AS tn ON tn.oid = t.typnamespace
 WHERE c.relkind IN ('r', 'p')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
