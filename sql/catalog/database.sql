-- This database itself. Its name is nothing of its own: the two sides' may well differ, so that it is only told, for the statements.
-- What CREATE DATABASE alone can say (encoding, locale) is compared all the same.
SELECT {class pg_database} AS classid,
       d.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array('current'),
         '_name', d.datname,
         'owner', pg_get_userbyid(d.datdba),
         'acl', {acl d.datacl},
         'comment', c.description,
         'encoding', pg_encoding_to_char(d.encoding),
         'collate', d.datcollate,
         'ctype', d.datctype,
         /*since:150000*/
         'locale_provider', CASE d.datlocprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' END,
         'locale', coalesce(to_jsonb(d)->>'datlocale', to_jsonb(d)->>'daticulocale'),
         'icu_rules', to_jsonb(d)->>'daticurules',
         /*end*/
         'tablespace', NULLIF(t.spcname, 'pg_default'),
         'connection_limit', NULLIF(d.datconnlimit, -1),
         'template', NULLIF(d.datistemplate, false))::text AS data
  FROM pg_database AS d
  JOIN pg_tablespace AS t ON t.oid = d.dattablespace
  LEFT JOIN pg_shdescription AS c ON c.classoid = 'pg_database'::regclass AND c.objoid = d.oid
 WHERE d.datname = current_database()
