-- Sequences, but for those of identity columns. What CREATE SEQUENCE would choose by itself is null; the bounds it chooses
-- depend on the type and on the direction.
SELECT {class pg_class} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'owner', pg_get_userbyid(c.relowner),
         -- An owned sequence takes its table's owner, and refuses any other: the table's comes first.
         'owner_needs', CASE WHEN own.refobjid IS NOT NULL THEN
                          json_build_array(json_build_array({class pg_class}, own.refobjid, 0)) END,
         'acl', {acl c.relacl},
         'comment', d.description,
         'type', CASE WHEN s.seqtypid <> 'int8'::regtype THEN format_type(s.seqtypid, NULL) END,
         'increment', NULLIF(s.seqincrement, 1),
         'min', NULLIF(s.seqmin, b.min),
         'max', NULLIF(s.seqmax, b.max),
         'start', NULLIF(s.seqstart, CASE WHEN s.seqincrement > 0 THEN s.seqmin ELSE s.seqmax END),
         'cache', NULLIF(s.seqcache, 1),
         'cycle', NULLIF(s.seqcycle, false),
         'unlogged', NULLIF(c.relpersistence = 'u', false))::text AS data
  FROM pg_sequence AS s
  JOIN pg_class AS c ON c.oid = s.seqrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_depend AS own ON own.classid = 'pg_class'::regclass AND own.objid = c.oid AND own.objsubid = 0
                            AND own.refclassid = 'pg_class'::regclass AND own.refobjsubid > 0 AND own.deptype IN ('a', 'i')
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 CROSS JOIN LATERAL (SELECT CASE WHEN s.seqincrement > 0 THEN 1
                                 WHEN s.seqtypid = 'int2'::regtype THEN -32768
                                 WHEN s.seqtypid = 'int4'::regtype THEN -2147483648
                                 ELSE -9223372036854775808 END AS min,
                            CASE WHEN s.seqincrement < 0 THEN -1
                                 WHEN s.seqtypid = 'int2'::regtype THEN 32767
                                 WHEN s.seqtypid = 'int4'::regtype THEN 2147483647
                                 ELSE 9223372036854775807 END AS max) AS b
 WHERE own.deptype IS DISTINCT FROM 'i'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
