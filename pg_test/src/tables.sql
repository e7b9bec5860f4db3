-- One row per column of each table whose rows a deployment must keep; a table without columns has one row. Generated columns hold no
-- data of their own. ONLY, because the rows of inheriting tables are read there; a partitioned table's are all in its partitions.
SELECT (pg_identify_object('pg_class'::regclass, c.oid, 0)).identity AS identity,
       CASE c.relkind WHEN 'r' THEN 'ONLY ' ELSE '' END || format('%I.%I', n.nspname, c.relname) AS from_item,
       quote_ident(a.attname) AS column_name,
       format_type(a.atttypid, a.atttypmod) AS data_type
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
WHERE c.relkind IN ('r', 'p')
  AND NOT c.relispartition
  AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pgdiff')
  AND n.nspname NOT LIKE 'pg\_temp%'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY identity, a.attnum
