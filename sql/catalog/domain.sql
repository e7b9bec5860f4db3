-- Domains. Their CHECK constraints are objects of their own (domain_constraint.sql), but they stand here as well: one that is new
-- can't be added in place while a column holds the domain inside an array or a composite type. NOT NULL is a property, although
-- since 17 it has a row in pg_constraint as well.
SELECT {class pg_type} AS classid,
       t.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, t.typname),
         'owner', pg_get_userbyid(t.typowner),
         'acl', {acl t.typacl},
         'comment', d.description,
         'type', format_type(t.typbasetype, t.typtypmod),
         'collation', CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::regcollation::text END,
         'default', coalesce(pg_get_expr(t.typdefaultbin, 'pg_type'::regclass), t.typdefault),
         'not_null', CASE WHEN t.typnotnull THEN true END,
         /*since:170000*/
         -- A name that the server would choose is none, as in pg_dump.
         'not_null_name', NULLIF(nn.conname, t.typname || '_not_null'),
         'not_null_comment', nnd.description,
         /*end*/
         'checks', (SELECT json_agg(pg_get_constraintdef(k.oid) ORDER BY pg_get_constraintdef(k.oid) COLLATE "C")
                      FROM pg_constraint AS k
                     WHERE k.contypid = t.oid AND k.contype = 'c'))::text AS data
  FROM pg_type AS t
  JOIN pg_type AS b ON b.oid = t.typbasetype
  JOIN pg_namespace AS n ON n.oid = t.typnamespace
  /*since:170000*/
  LEFT JOIN pg_constraint AS nn ON nn.contypid = t.oid AND nn.contype = 'n'
  LEFT JOIN pg_description AS nnd ON nnd.classoid = 'pg_constraint'::regclass AND nnd.objoid = nn.oid AND nnd.objsubid = 0
  /*end*/
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.typtype = 'd'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
