-- Encoding conversions.
SELECT {class pg_conversion} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.conname),
         'owner', pg_get_userbyid(c.conowner),
         'comment', d.description,
         'for_encoding', pg_encoding_to_char(c.conforencoding),
         'to_encoding', pg_encoding_to_char(c.contoencoding),
         'function', c.conproc::text,
         'default', nullif(c.condefault, false))::text AS data
  FROM pg_conversion AS c
  JOIN pg_namespace AS n ON n.oid = c.connamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_conversion'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
