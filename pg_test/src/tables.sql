-- One row per column of each table whose rows a deployment must keep; a table without columns has one row. Generated columns hold no
-- data of their own. ONLY, because the rows of inheriting tables are read there. A partitioned table is read as a whole, its partitions
-- by themselves as well: `root` says whose they are.
SELECT n.nspname::text AS schema,
       c.relname::text AS name,
       c.relkind = 'p' AS partitioned,
       root_schema.nspname::text AS root_schema,
       root.relname::text AS root_name,
       a.attname::text AS column_name,
       -- The tables above it that have the column as well.
       ARRAY(WITH RECURSIVE above AS (
               SELECT i.inhparent FROM pg_inherits i WHERE i.inhrelid = c.oid
               UNION SELECT i.inhparent FROM above JOIN pg_inherits i ON i.inhrelid = above.inhparent)
             SELECT n.nspname || '.' || r.relname
               FROM above JOIN pg_class r ON r.oid = above.inhparent JOIN pg_namespace n ON n.oid = r.relnamespace
               JOIN pg_attribute p ON p.attrelid = r.oid AND p.attname = a.attname
              WHERE a.attinhcount > 0) AS inherited_from,
       format_type(a.atttypid, a.atttypmod) AS data_type,
       format_type(coalesce(nullif(t.typelem, 0), a.atttypid), NULL) AS element_type
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class root ON c.relispartition AND root.oid = pg_partition_root(c.oid)
LEFT JOIN pg_namespace root_schema ON root_schema.oid = root.relnamespace
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
LEFT JOIN pg_type t ON t.oid = a.atttypid
WHERE c.relkind IN ('r', 'p')
  AND (c.relkind = 'r' OR NOT c.relispartition)
  AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pgdiff')
  AND n.nspname NOT LIKE 'pg\_temp%'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 1, 2, a.attnum
