-- Range types, with their multirange types (which are 'i' parts of them, like arrays and constructor functions).
SELECT {class pg_type} AS classid,
       t.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, t.typname),
         'owner', pg_get_userbyid(t.typowner),
         'acl', {acl t.typacl},
         'comment', d.description,
         'needs', CASE WHEN r.rngcanonical <> 0 THEN json_build_array(json_build_array({class pg_type}, t.oid, -1)) END,
         'subtype', format_type(r.rngsubtype, NULL),
         'operator_class', CASE WHEN NOT o.opcdefault THEN json_build_array(v.nspname, o.opcname) END,
         'collation', CASE WHEN r.rngcollation <> s.typcollation THEN r.rngcollation::regcollation::text END,
         'canonical', nullif(r.rngcanonical::text, '-'),
         'subtype_diff', nullif(r.rngsubdiff::text, '-'),
         'multirange', json_build_array(k.nspname, m.typname))::text AS data
  FROM pg_range AS r
  JOIN pg_type AS t ON t.oid = r.rngtypid
  JOIN pg_namespace AS n ON n.oid = t.typnamespace
  JOIN pg_type AS s ON s.oid = r.rngsubtype
  JOIN pg_opclass AS o ON o.oid = r.rngsubopc
  JOIN pg_namespace AS v ON v.oid = o.opcnamespace
  JOIN pg_type AS m ON m.oid = r.rngmultitypid
  JOIN pg_namespace AS k ON k.oid = m.typnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
