-- Extended statistics. The definition is the server's, from the kinds on up to the relation's name, but with the columns by name: the
-- server has them in the order that they have in the table.
SELECT {class pg_statistic_ext} AS classid,
       s.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, s.stxname),
         'parent', json_build_array({class pg_class}, s.stxrelid, 0),
         'owner', pg_get_userbyid(s.stxowner),
         'comment', d.description,
         'definition', left(body.text, strpos(body.text, 'ON ') + 2) || coalesce(cols.by_name, '')
                       || substr(body.text, strpos(body.text, 'ON ') + 3 + length(coalesce(cols.by_place, ''))),
         'relation', json_build_array(cn.nspname, c.relname),
         -- -1 until 16, null from 17 on: as the server sees fit.
         'statistics', NULLIF(s.stxstattarget, -1))::text AS data
  FROM pg_statistic_ext AS s
  JOIN pg_namespace AS n ON n.oid = s.stxnamespace
  JOIN pg_class AS c ON c.oid = s.stxrelid
  JOIN pg_namespace AS cn ON cn.oid = c.relnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_statistic_ext'::regclass AND d.objoid = s.oid AND d.objsubid = 0
 CROSS JOIN LATERAL (SELECT pg_get_statisticsobjdef(s.oid) AS text OFFSET 0) AS def
 CROSS JOIN LATERAL (SELECT 'CREATE STATISTICS ' || quote_ident(n.nspname) || '.' || quote_ident(s.stxname) || ' ' AS text) AS head
 CROSS JOIN LATERAL (SELECT ' FROM ' || quote_ident(cn.nspname) || '.' || quote_ident(c.relname) AS text) AS tail
 CROSS JOIN LATERAL (SELECT left(substr(def.text, length(head.text) + 1), - length(tail.text)) AS text OFFSET 0) AS body
 CROSS JOIN LATERAL (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.n) AS by_place,
                            string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) AS by_name
                       FROM unnest(s.stxkeys::int2[]) WITH ORDINALITY AS k(attnum, n)
                       JOIN pg_attribute AS a ON a.attrelid = s.stxrelid AND a.attnum = k.attnum) AS cols
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
