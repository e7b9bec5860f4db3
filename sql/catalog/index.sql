-- Indexes that back no constraint. The definition is pg_get_indexdef's from the access method on, without what can be changed
-- in place; the predicate, which comes after the storage parameters, is a property of its own.
SELECT {class pg_class} AS classid,
       x.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, x.relname),
         'parent', json_build_array({class pg_class}, i.indrelid, 0),
         'comment', d.description,
         'unique', NULLIF(i.indisunique, false),
         '_table', json_build_array(n.nspname, c.relname),
         '_plain', CASE WHEN i.indexprs IS NULL AND i.indpred IS NULL THEN true END,
         'definition', CASE WHEN i.indpred IS NULL AND x.reloptions IS NULL THEN substr(def.text, length(head.text) + 1)
                            ELSE left(substr(def.text, length(head.text) + 1),
                                      length(def.text) - length(head.text) - length(coalesce(pred.text, ''))
                                      - length(coalesce(opt.text, ''))) END,
         'predicate', substr(pred.text, length(' WHERE ') + 1))::text ||
       -- A plain index, which most are, has nothing to say here.
       CASE WHEN x.relkind = 'i' AND NOT x.relispartition AND x.reloptions IS NULL AND x.reltablespace = 0 AND i.indexprs IS NULL
                 AND i.indisvalid AND i.indisready AND i.indislive AND ext.objid IS NULL
                 AND (i.indpred IS NULL OR i.indpred::text NOT LIKE '%:varattno 0 %')
            THEN '' ELSE json_build_object(
         'options', CASE WHEN x.reloptions IS NOT NULL THEN to_json(x.reloptions) END,
         'tablespace', (SELECT ts.spcname FROM pg_tablespace AS ts WHERE ts.oid = x.reltablespace),
         '_database_tablespace', CASE WHEN x.reltablespace <> 0 THEN (SELECT dt.spcname FROM pg_database AS db JOIN pg_tablespace AS dt ON dt.oid = db.dattablespace
                                             WHERE db.datname = current_database()) END,
         'statistics', CASE WHEN i.indexprs IS NOT NULL THEN
                         (SELECT json_object_agg(a.attnum, a.attstattarget ORDER BY a.attnum)
                            FROM pg_attribute AS a
                           WHERE a.attrelid = x.oid AND a.attstattarget >= 0) END,
         -- One that a partition has no part of is made after its partitions are attached: ATTACH would make the missing part.
         'needs', CASE WHEN x.relkind = 'I' AND NOT i.indisvalid THEN
                    (SELECT json_agg(json_build_array({class pg_inherits}, ch.inhrelid, 0))
                       FROM pg_inherits AS ch
                      WHERE ch.inhparent = i.indrelid)
                  -- One over whole rows stands on every column, but pg_depend has none of that.
                  WHEN i.indexprs::text LIKE '%:varattno 0 %' OR i.indpred::text LIKE '%:varattno 0 %' THEN
                    (SELECT json_agg(json_build_array({class pg_class}, a.attrelid, a.attnum))
                       FROM pg_attribute AS a
                      WHERE a.attrelid = i.indrelid AND a.attnum > 0 AND NOT a.attisdropped) END,
         -- What a failed CREATE INDEX CONCURRENTLY leaves, or a partitioned index that some partition has no part of.
         'invalid', CASE WHEN NOT (i.indisvalid AND i.indisready AND i.indislive) THEN true END,
         '_attached_to', (SELECT json_build_array(xpn.nspname, xp.relname)
                            FROM pg_inherits AS xi
                            JOIN pg_class AS xp ON xp.oid = xi.inhparent
                            JOIN pg_namespace AS xpn ON xpn.oid = xp.relnamespace
                           WHERE xi.inhrelid = x.oid),
         '_attached', CASE WHEN x.relkind = 'I' THEN
                        (SELECT json_agg(json_build_array(tn.nspname, tc.relname))
                           FROM pg_partition_tree(x.oid) AS t
                           JOIN pg_class AS tc ON tc.oid = t.relid
                           JOIN pg_namespace AS tn ON tn.oid = tc.relnamespace
                          WHERE t.level > 0) END,
         'extensions', ext.extensions,
         '_partitioned', NULLIF(x.relkind = 'I', false))::text END AS data
  FROM pg_index AS i
  JOIN pg_class AS x ON x.oid = i.indexrelid
  JOIN pg_class AS c ON c.oid = i.indrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_constraint AS k ON k.conrelid = i.indrelid AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
  LEFT JOIN (SELECT dep.objid, json_agg(e.extname ORDER BY e.extname) AS extensions
               FROM pg_extension AS e
               JOIN pg_depend AS dep ON dep.refclassid = 'pg_extension'::regclass AND dep.refobjid = e.oid
              WHERE dep.classid = 'pg_class'::regclass AND dep.deptype = 'x'
              GROUP BY dep.objid) AS ext ON ext.objid = x.oid
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = x.oid AND d.objsubid = 0
  -- OFFSET 0 keeps the planner from calling the deparser once per mention.
 CROSS JOIN LATERAL (SELECT pg_get_indexdef(x.oid) AS text OFFSET 0) AS def
 CROSS JOIN LATERAL (SELECT 'CREATE ' || CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END || 'INDEX ' || quote_ident(x.relname)
                            || ' ON ' || CASE WHEN x.relkind = 'I' THEN 'ONLY ' ELSE '' END
                            || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || ' USING ' AS text) AS head
 CROSS JOIN LATERAL (SELECT CASE WHEN i.indpred IS NOT NULL THEN ' WHERE ' || pg_get_expr(i.indpred, i.indrelid) END AS text OFFSET 0) AS pred
 CROSS JOIN LATERAL
       (SELECT CASE WHEN x.reloptions IS NOT NULL THEN
                 (SELECT ' WITH (' || string_agg(quote_ident(o.name) || '='
                         || CASE WHEN quote_ident(o.value) = o.value THEN o.value ELSE quote_literal(o.value) END, ', ' ORDER BY o.n) || ')'
                    FROM (SELECT split_part(u.o, '=', 1) AS name, substr(u.o, strpos(u.o, '=') + 1) AS value, u.n
                            FROM unnest(x.reloptions) WITH ORDINALITY AS u(o, n)) AS o) END AS text OFFSET 0) AS opt
 WHERE k.oid IS NULL
   AND c.relkind IN ('r', 'm', 'p')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
