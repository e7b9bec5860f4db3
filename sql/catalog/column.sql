-- Columns of tables; and, with little more than their names, those of views, so that comments and privileges on them are seen.
-- An inherited column needs its parents' columns: what happens to those comes first, and recurses.
SELECT {class pg_class} AS classid,
       a.attrelid AS objid,
       a.attnum::int4 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname, a.attname),
         'comment', d.description,
         'type', CASE WHEN c.relkind IN ('r', 'p', 'f') THEN format_type(a.atttypid, a.atttypmod) END,
         'not_null', CASE WHEN c.relkind IN ('r', 'p', 'f') THEN NULLIF(a.attnotnull, false) END,
         '_type_storage', CASE WHEN c.relkind <> 'v' THEN
                      CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END,
         '_position', a.attnum)::text ||
       -- There are more columns than anything else, and each key costs, so that these are only written where one says something.
       CASE WHEN c.relkind = 'r' AND NOT c.relispartition AND c.reloftype = 0 AND a.attinhcount = 0 AND a.attislocal AND a.attgenerated = ''
                 AND a.attstorage = t.typstorage AND a.attcompression = '' AND coalesce(a.attstattarget, -1) = -1
                 AND a.attcollation = t.typcollation AND a.attacl IS NULL
                 AND (t.oid < 16384 OR t.typtype <> 'b')
                 AND (a.attoptions IS NULL OR cardinality(a.attoptions) = 1 AND starts_with(a.attoptions[1], 'pg_attver='))
                 /*since:180000*/
                 AND (nn.oid IS NULL OR nn.convalidated AND nn.conislocal AND nn.coninhcount = 0 AND NOT nn.connoinherit
                                        AND nn.conname = c.relname || '_' || a.attname || '_not_null' AND nnd.description IS NULL)
                 /*end*/
            THEN '' ELSE json_build_object(
         'acl', {acl a.attacl},
         'also', CASE WHEN a.attgenerated <> '' THEN json_build_array(json_build_array({class pg_attrdef}, def.oid, 0)) END,
         'needs', CASE WHEN a.attinhcount > 0 THEN
                    (SELECT json_agg(json_build_array({class pg_class}, pa.attrelid, pa.attnum) ORDER BY i.inhseqno)
                       FROM pg_inherits AS i
                       JOIN pg_attribute AS pa ON pa.attrelid = i.inhparent AND pa.attname = a.attname
                      WHERE i.inhrelid = a.attrelid)
                  WHEN c.reloftype <> 0 THEN
                    (SELECT json_agg(json_build_array({class pg_class}, ta.attrelid, ta.attnum))
                       FROM pg_type AS of_type
                       JOIN pg_attribute AS ta ON ta.attrelid = of_type.typrelid AND ta.attname = a.attname
                      WHERE of_type.oid = c.reloftype) END,
         'collation', CASE WHEN c.relkind IN ('r', 'p', 'f') AND a.attcollation <> t.typcollation AND a.attcollation <> 0
                           THEN json_build_array(con.nspname, co.collname) END,
         'generated', CASE WHEN a.attgenerated <> '' THEN pg_get_expr(def.adbin, def.adrelid) END,
         'virtual', CASE WHEN a.attgenerated = 'v' THEN true END,
         'storage', CASE WHEN c.relkind <> 'v' AND a.attstorage <> t.typstorage THEN
                      CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END END,
         'compression', CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END,
         'statistics', NULLIF(a.attstattarget, -1),
         'options', CASE WHEN a.attoptions IS NOT NULL THEN
                      -- pg_attver is the server's own bookkeeping (15.20); pg_dump leaves it out too.
                      (SELECT json_agg(o.option ORDER BY o.n)
                         FROM unnest(a.attoptions) WITH ORDINALITY AS o(option, n)
                        WHERE o.option !~ '^pg_attver=') END,
         -- To which types its extension has casts from the column's type. They come and go with the type.
         '_casts', CASE WHEN t.oid >= 16384 AND t.typtype = 'b' AND c.relkind IN ('r', 'p') THEN
                      (SELECT json_agg(format_type(k.casttarget, NULL) ORDER BY format_type(k.casttarget, NULL))
                         FROM pg_cast AS k
                         JOIN pg_depend AS e ON e.classid = 'pg_cast'::regclass AND e.objid = k.oid AND e.deptype = 'e'
                        WHERE k.castsource = CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE t.oid END) END,
         'inherited_only', CASE WHEN NOT a.attislocal AND NOT c.relispartition THEN true END,
         'foreign_options', CASE WHEN c.relkind = 'f' THEN {options a.attfdwoptions} END,
         /*reveal*/'_secrets', CASE WHEN c.relkind = 'f' THEN {revealed a.attfdwoptions} END,/*end*/
         'foreign_secrets', CASE WHEN c.relkind = 'f' THEN {secrets a.attfdwoptions} END,
         /*since:180000*/
         -- As pg_dump: a name that the server would choose is none, nor is that of one which comes from the parents only.
         'not_null_name', CASE WHEN (nn.conislocal OR c.relispartition) AND nn.conname <> c.relname || '_' || a.attname || '_not_null'
                               THEN nn.conname END,
         'not_null_no_inherit', NULLIF(nn.connoinherit, false),
         'not_null_not_valid', CASE WHEN NOT nn.convalidated THEN true END,
         'not_null_inherited_only', CASE WHEN NOT nn.conislocal AND NOT c.relispartition THEN true END,
         'not_null_comment', nnd.description,
         '_not_null_name', CASE WHEN nn.conname <> c.relname || '_' || a.attname || '_not_null' THEN nn.conname END,
         '_not_null_inherited', CASE WHEN nn.coninhcount > 0 THEN true END,
         /*end*/
         '_inherited', CASE WHEN a.attinhcount > 0 THEN true END,
         '_partition', NULLIF(c.relispartition, false),
         '_relation', NULLIF(c.relkind, 'r'),
         '_owner', pg_get_userbyid(c.relowner))::text END AS data
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_attribute AS a ON a.attrelid = c.oid
  JOIN pg_type AS t ON t.oid = a.atttypid
  LEFT JOIN pg_collation AS co ON co.oid = a.attcollation
  LEFT JOIN pg_namespace AS con ON con.oid = co.collnamespace
  LEFT JOIN pg_attrdef AS def ON def.adrelid = a.attrelid AND def.adnum = a.attnum AND a.attgenerated <> ''
  /*since:180000*/
  LEFT JOIN pg_constraint AS nn ON nn.conrelid = a.attrelid AND nn.contype = 'n' AND nn.conkey = ARRAY[a.attnum]
  LEFT JOIN pg_description AS nnd ON nnd.classoid = 'pg_constraint'::regclass AND nnd.objoid = nn.oid AND nnd.objsubid = 0
  /*end*/
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = a.attrelid AND d.objsubid = a.attnum
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
   AND a.attnum > 0
   AND NOT a.attisdropped
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
