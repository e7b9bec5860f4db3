-- Attributes of composite types. Each needs the one before it, because ALTER TYPE can only append.
SELECT {class pg_class} AS classid,
       c.oid AS objid,
       a.attnum::int4 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname, a.attname),
         'parent', json_build_array({class pg_type}, c.reltype, 0),
         'comment', d.description,
         'needs', CASE WHEN a.before IS NOT NULL THEN json_build_array(json_build_array({class pg_class}, c.oid, a.before)) END,
         'type', format_type(a.atttypid, a.atttypmod),
         'collation', CASE WHEN a.attcollation <> y.typcollation THEN a.attcollation::regcollation::text END,
         '_position', a.attnum)::text AS data
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN LATERAL (
       SELECT a.attname, a.attnum, a.atttypid, a.atttypmod, a.attcollation, lag(a.attnum) OVER (ORDER BY a.attnum) AS before
         FROM pg_attribute AS a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS a ON true
  JOIN pg_type AS y ON y.oid = a.atttypid
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = a.attnum
 WHERE c.relkind = 'c'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
