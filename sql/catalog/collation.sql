-- Collations. Where an ICU collation's locale stands has moved: in 14 in collcollate, in 15 and 16 in colliculocale, since 17
-- in colllocale, which builtin collations use as well; collicurules came with 16. The recorded version of the library is a
-- fact about the machine, not about the schema, and pg_dump doesn't print it either.
SELECT {class pg_collation} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.collname),
         'owner', pg_get_userbyid(c.collowner),
         'comment', d.description,
         'provider', CASE c.collprovider WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE c.collprovider::text END,
         'locale', CASE WHEN c.collprovider <> 'c' THEN
                     coalesce(to_jsonb(c)->>'colllocale', to_jsonb(c)->>'colliculocale', c.collcollate) END,
         'lc_collate', CASE WHEN c.collprovider = 'c' THEN c.collcollate END,
         'lc_ctype', CASE WHEN c.collprovider = 'c' THEN c.collctype END,
         'rules', to_jsonb(c)->>'collicurules',
         'nondeterministic', CASE WHEN NOT c.collisdeterministic THEN true END)::text AS data
  FROM pg_collation AS c
  JOIN pg_namespace AS n ON n.oid = c.collnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_collation'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND c.collencoding IN (-1, pg_char_to_encoding(getdatabaseencoding()))
