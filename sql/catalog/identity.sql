-- Identity columns. The address is that of the sequence, which is no object by itself: it comes and goes with the column's
-- identity, and takes the owner of the table. Bounds as in sequence.sql; the type is the column's.
SELECT {class pg_class} AS classid,
       s.seqrelid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, t.relname, a.attname),
         'parent', json_build_array({class pg_class}, a.attrelid, a.attnum),
         'needs', json_build_array(json_build_array({class pg_class}, a.attrelid, 0)),
         'acl', {acl c.relacl},
         'comment', d.description,
         'generation', CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
         'sequence', json_build_array(sn.nspname, c.relname),
         'increment', NULLIF(s.seqincrement, 1),
         'min', NULLIF(s.seqmin, b.min),
         'max', NULLIF(s.seqmax, b.max),
         'start', NULLIF(s.seqstart, CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END),
         'cache', NULLIF(s.seqcache, 1),
         'cycle', NULLIF(s.seqcycle, false),
         -- A sequence follows its table, unless it was told otherwise (15).
         'persistence', CASE WHEN c.relpersistence <> t.relpersistence THEN
                          CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED' ELSE 'LOGGED' END END,
         '_type', format_type(s.seqtypid, NULL),
         '_owner', pg_get_userbyid(c.relowner))::text AS data
  FROM pg_sequence AS s
  JOIN pg_class AS c ON c.oid = s.seqrelid
  JOIN pg_namespace AS sn ON sn.oid = c.relnamespace
  JOIN pg_depend AS own ON own.classid = 'pg_class'::regclass AND own.objid = c.oid AND own.objsubid = 0
                       AND own.refclassid = 'pg_class'::regclass AND own.refobjsubid > 0 AND own.deptype = 'i'
  JOIN pg_class AS t ON t.oid = own.refobjid
  JOIN pg_namespace AS n ON n.oid = t.relnamespace
  JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = own.refobjsubid
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 CROSS JOIN LATERAL (SELECT CASE WHEN s.seqincrement > 0 THEN 1
                                 WHEN s.seqtypid = 'int2'::regtype THEN -32768
                                 WHEN s.seqtypid = 'int4'::regtype THEN -2147483648
                                 ELSE -9223372036854775808 END AS min,
                            CASE WHEN s.seqincrement < 0 THEN -1
                                 WHEN s.seqtypid = 'int2'::regtype THEN 32767
                                 WHEN s.seqtypid = 'int4'::regtype THEN 2147483647
                                 ELSE 9223372036854775807 END AS max) AS b
 WHERE t.relkind IN ('r', 'p', 'f')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
