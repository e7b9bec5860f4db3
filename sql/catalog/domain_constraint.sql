-- CHECK constraints of domains.
SELECT {class pg_constraint} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, t.typname, c.conname),
         'parent', json_build_array({class pg_type}, c.contypid, 0),
         'comment', d.description,
         'definition', regexp_replace(pg_get_constraintdef(c.oid), ' NOT VALID$', ''),
         'not_valid', CASE WHEN NOT c.convalidated THEN true END)::text AS data
  FROM pg_constraint AS c
  JOIN pg_type AS t ON t.oid = c.contypid
  JOIN pg_namespace AS n ON n.oid = t.typnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE c.contypid <> 0 AND c.contype = 'c'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
