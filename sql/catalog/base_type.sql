-- Base types: here only what ALTER TYPE ... SET can change, the rest is the shell's (shell_type.sql). Arrays are nobody's object.
SELECT {class pg_type} AS classid,
       t.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, t.typname),
         'owner', pg_get_userbyid(t.typowner),
         'acl', {acl t.typacl},
         'comment', d.description,
         'needs', json_build_array(json_build_array({class pg_type}, t.oid, -1)),
         'receive', nullif(t.typreceive::text, '-'),
         'send', nullif(t.typsend::text, '-'),
         'typmod_in', nullif(t.typmodin::text, '-'),
         'typmod_out', nullif(t.typmodout::text, '-'),
         'analyze', nullif(t.typanalyze::text, '-'),
         'subscript', nullif(to_jsonb(t)->>'typsubscript', '-'),
         'storage', CASE t.typstorage WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' WHEN 'm' THEN 'main' END)::text AS data
  FROM pg_type AS t
  JOIN pg_namespace AS n ON n.oid = t.typnamespace
  LEFT JOIN pg_type AS e ON e.oid = t.typelem AND e.typarray = t.oid
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
 WHERE t.typtype = 'b' AND t.typisdefined AND e.oid IS NULL
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
