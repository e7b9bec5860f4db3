-- Composite types. Their attributes are objects of their own (attribute.sql); here stands what only the whole tells: their
-- order, and their types, because an attribute whose type changes can't be altered while a table's column holds the type.
-- The needs say the same: what makes an attribute's type anew makes the composite type anew.
SELECT {class pg_type} AS classid,
       t.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, t.typname),
         'owner', pg_get_userbyid(t.typowner),
         'acl', {acl t.typacl},
         'comment', d.description,
         'needs', a.types || a.collations,
         'attributes', coalesce(a.attributes, '[]'))::text AS data
  FROM pg_type AS t
  JOIN pg_class AS c ON c.oid = t.typrelid AND c.relkind = 'c'
  JOIN pg_namespace AS n ON n.oid = t.typnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_type'::regclass AND d.objoid = t.oid AND d.objsubid = 0
  LEFT JOIN LATERAL (
       SELECT json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod),
                                        CASE WHEN a.attcollation <> y.typcollation THEN a.attcollation::regcollation::text END)
                       ORDER BY a.attnum) AS attributes,
              jsonb_agg(jsonb_build_array({class pg_type}, a.atttypid, 0) ORDER BY a.attnum) AS types,
              jsonb_agg(jsonb_build_array({class pg_collation}, a.attcollation, 0) ORDER BY a.attnum) AS collations
         FROM pg_attribute AS a
         JOIN pg_type AS y ON y.oid = a.atttypid
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS a ON true
 WHERE t.typtype = 'c'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
