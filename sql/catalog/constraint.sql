-- Constraints of tables; not those of domains, not constraint triggers, and NOT NULL is a property of its column.
-- The definition is pg_get_constraintdef's without what can be changed in place, or what it leaves out for some types only:
-- predicate, storage parameters, deferrability, NOT VALID are cut off its end and are properties of their own.
-- A foreign key of a partition that comes from its table's is here under that one's name, because it stays when the partition
-- is detached; pg_dump takes no notice of the name that it has itself, which depends on what had been there. The others that the server makes, one per referenced partition, are internal parts of the foreign key.
SELECT {class pg_constraint} AS classid,
       k.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname, own.name),
         'parent', json_build_array({class pg_class}, k.conrelid, 0),
         'comment', d.description,
         'type', CASE k.contype WHEN 'c' THEN 'check' WHEN 'p' THEN 'primary key' WHEN 'u' THEN 'unique'
                                WHEN 'f' THEN 'foreign key' ELSE 'exclusion' END,
         '_references', CASE WHEN k.confrelid <> 0 THEN json_build_array((SELECT fn.nspname FROM pg_namespace AS fn
                                                                              WHERE fn.oid = fc.relnamespace), fc.relname) END,
         'definition', CASE WHEN tail.text IS NULL AND k.contype <> 'x' THEN def.text
                            ELSE left(def.text, length(def.text) - length(coalesce(tail.text, '')) - length(coalesce(pred.text, ''))
                                                - length(coalesce(opt.text, ''))) END)::text ||
       -- A plain constraint, which most are, has nothing to say here.
       CASE WHEN k.contype IN ('c', 'p', 'u', 'f') AND NOT k.condeferrable AND k.convalidated AND k.conislocal
                 AND k.coninhcount = 0 AND c.relkind = 'r' AND NOT c.relispartition AND NOT c.relhassubclass
                 AND fc.relkind IS DISTINCT FROM 'p' AND x.reloptions IS NULL AND coalesce(x.reltablespace, 0) = 0
                 AND ext.objid IS NULL AND xd.description IS NULL
                 AND (k.contype <> 'c' OR k.conbin::text NOT LIKE '%:varattno 0 %')
                 /*since:180000*/ AND NOT k.conperiod /*end*/
            THEN '' ELSE json_build_object(
         -- A foreign key needs the keys of all referenced partitions to be attached to the key that it references.
         'needs', CASE WHEN fc.relkind = 'p' AND k.conparentid = 0 THEN
                    (SELECT json_agg(json_build_array({class pg_inherits}, t.relid::oid, 1))
                       FROM pg_partition_tree(k.conindid) AS t
                      WHERE t.level > 0)
                  -- A key that a partition has none for is made after the partitions are attached: see index.sql.
                  WHEN xi.indisvalid = false AND x.relkind = 'I' THEN
                    (SELECT json_agg(json_build_array({class pg_inherits}, ch.inhrelid, 0))
                       FROM pg_inherits AS ch
                      WHERE ch.inhparent = k.conrelid)
                  -- A check of whole rows stands on every column, but pg_depend has none of that.
                  WHEN k.contype = 'c' AND k.coninhcount = 0 AND k.conbin::text LIKE '%:varattno 0 %' THEN
                    (SELECT json_agg(json_build_array({class pg_class}, a.attrelid, a.attnum))
                       FROM pg_attribute AS a
                      WHERE a.attrelid = k.conrelid AND a.attnum > 0 AND NOT a.attisdropped)
                  -- A partition's check goes with its table's, and has to be made again if it is to stay; and what is said of another
                  -- child's is to be said again.
                  WHEN k.contype = 'c' AND k.coninhcount > 0 AND (c.relispartition OR NOT k.conislocal AND d.description IS NOT NULL) THEN
                    (WITH RECURSIVE above AS (
                       SELECT h.inhparent FROM pg_inherits AS h WHERE h.inhrelid = k.conrelid
                       UNION
                       SELECT h.inhparent FROM above JOIN pg_inherits AS h ON h.inhrelid = above.inhparent)
                     SELECT json_agg(json_build_array({class pg_constraint}, hk.oid, 0))
                       FROM above
                       JOIN pg_constraint AS hk ON hk.conrelid = above.inhparent AND hk.contypid = 0 AND hk.conname = k.conname) END,
         '_invalid', CASE WHEN xi.indisvalid = false AND x.relkind = 'I' THEN true END,
         'predicate', substr(pred.text, length(' WHERE ') + 1),
         'options', CASE WHEN x.reloptions IS NOT NULL THEN to_json(x.reloptions) END,
         'tablespace', (SELECT ts.spcname FROM pg_tablespace AS ts WHERE ts.oid = x.reltablespace),
         '_database_tablespace', CASE WHEN x.reltablespace <> 0 THEN (SELECT dt.spcname FROM pg_database AS db JOIN pg_tablespace AS dt ON dt.oid = db.dattablespace
                                             WHERE db.datname = current_database()) END,
         'statistics', CASE WHEN k.contype = 'x' THEN
                         (SELECT json_object_agg(a.attnum, a.attstattarget ORDER BY a.attnum)
                            FROM pg_attribute AS a
                            JOIN pg_index AS i ON i.indexrelid = a.attrelid
                           WHERE a.attrelid = k.conindid AND a.attstattarget >= 0 AND i.indexprs IS NOT NULL) END,
         'deferrable', NULLIF(k.condeferrable, false),
         'deferred', NULLIF(k.condeferred, false),
         'not_valid', NULLIF(tail.text LIKE '% NOT VALID', false),
         /*since:180000*/
         'not_enforced', CASE WHEN NOT k.conenforced THEN true END,
         '_period', NULLIF(k.conperiod, false),
         /*end*/
         'extensions', ext.extensions,
         'index_comment', xd.description,
         'inherited_only', CASE WHEN k.contype = 'c' AND NOT k.conislocal AND NOT c.relispartition THEN true END,
         '_inherited', CASE WHEN k.coninhcount > 0 THEN true END,
         '_attached_to', (SELECT json_build_array(xpn.nspname, xp.relname)
                            FROM pg_inherits AS h
                            JOIN pg_class AS xp ON xp.oid = h.inhparent
                            JOIN pg_namespace AS xpn ON xpn.oid = xp.relnamespace
                           WHERE h.inhrelid = x.oid),
         '_attached', CASE WHEN x.relkind = 'I' THEN
                        (SELECT json_agg(json_build_array(tn.nspname, tc.relname))
                           FROM pg_partition_tree(x.oid) AS t
                           JOIN pg_class AS tc ON tc.oid = t.relid
                           JOIN pg_namespace AS tn ON tn.oid = tc.relnamespace
                          WHERE t.level > 0) END,
         -- Children that have declared an inherited check themselves: it stays with them when the parent's goes.
         '_declared_by', CASE WHEN k.contype = 'c' AND c.relhassubclass AND NOT k.connoinherit THEN
                           (SELECT json_agg(json_build_array(hn.nspname, hc.relname) ORDER BY hn.nspname, hc.relname)
                              FROM pg_inherits AS h
                              JOIN pg_constraint AS hk
                                ON hk.conrelid = h.inhrelid AND hk.contypid = 0 AND hk.conname = k.conname
                              JOIN pg_class AS hc ON hc.oid = h.inhrelid
                              JOIN pg_namespace AS hn ON hn.oid = hc.relnamespace
                             WHERE h.inhparent = k.conrelid AND hk.contype = 'c' AND hk.conislocal) END,
         '_parents', CASE WHEN k.contype = 'c' AND k.coninhcount > 0 AND NOT c.relispartition THEN
                       (SELECT json_agg(json_build_array(hn.nspname, hc.relname) ORDER BY h.inhseqno)
                          FROM pg_inherits AS h
                          JOIN pg_class AS hc ON hc.oid = h.inhparent
                          JOIN pg_namespace AS hn ON hn.oid = hc.relnamespace
                          JOIN pg_constraint AS hk ON hk.conrelid = hc.oid AND hk.contypid = 0 AND hk.conname = k.conname
                         WHERE h.inhrelid = k.conrelid) END,
         '_name', NULLIF(k.conname::text, own.name),
         '_to_partitioned', CASE WHEN fc.relkind = 'p' THEN true END,
         '_clone', CASE WHEN k.contype = 'f' AND k.conparentid <> 0 THEN true END,
         '_partition', NULLIF(c.relispartition, false),
         '_partitioned', NULLIF(c.relkind = 'p', false),
         '_foreign', NULLIF(c.relkind = 'f', false))::text END AS data
  FROM pg_constraint AS k
  JOIN pg_class AS c ON c.oid = k.conrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_class AS fc ON fc.oid = k.confrelid
  LEFT JOIN pg_class AS x ON x.oid = k.conindid AND k.contype IN ('p', 'u', 'x')
  LEFT JOIN pg_index AS xi ON xi.indexrelid = x.oid
  LEFT JOIN (SELECT dep.objid, json_agg(e.extname ORDER BY e.extname) AS extensions
               FROM pg_extension AS e
               JOIN pg_depend AS dep ON dep.refclassid = 'pg_extension'::regclass AND dep.refobjid = e.oid
              WHERE dep.classid = 'pg_class'::regclass AND dep.deptype = 'x'
              GROUP BY dep.objid) AS ext ON ext.objid = x.oid
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid AND d.objsubid = 0
  LEFT JOIN pg_description AS xd ON xd.classoid = 'pg_class'::regclass AND xd.objoid = x.oid AND xd.objsubid = 0
  LEFT JOIN LATERAL (WITH RECURSIVE up AS (
                       SELECT k.conparentid AS oid
                       UNION ALL
                       SELECT kp.conparentid FROM up JOIN pg_constraint AS kp ON kp.oid = up.oid WHERE kp.conparentid <> 0)
                     SELECT kr.conname, kr.conrelid, kr.confrelid
                       FROM up
                       JOIN pg_constraint AS kr ON kr.oid = up.oid AND kr.conparentid = 0) AS root
    ON k.contype = 'f' AND k.conparentid <> 0
 CROSS JOIN LATERAL (SELECT CASE WHEN root.conname IS NULL THEN k.conname::text
                                 WHEN EXISTS (SELECT
                                                FROM pg_constraint AS other
                                               WHERE other.conrelid = k.conrelid AND other.contypid = 0
                                                 AND other.conname = root.conname AND other.oid <> k.oid)
                                 THEN root.conname || ' (inherited)' ELSE root.conname::text END AS name) AS own
  -- OFFSET 0 keeps the planner from calling the deparser once per mention.
 CROSS JOIN LATERAL (SELECT pg_get_constraintdef(k.oid) AS text OFFSET 0) AS def
 CROSS JOIN LATERAL (SELECT CASE WHEN k.condeferrable OR NOT k.convalidated
                                 THEN substring(def.text FROM '(?: DEFERRABLE)?(?: INITIALLY DEFERRED)?(?: NOT VALID| NOT ENFORCED)?$') END AS text) AS tail
 CROSS JOIN LATERAL (SELECT CASE WHEN k.contype = 'x' THEN
                                   (SELECT ' WHERE (' || pg_get_expr(i.indpred, i.indrelid) || ')'
                                      FROM pg_index AS i
                                     WHERE i.indexrelid = k.conindid) END AS text OFFSET 0) AS pred
 CROSS JOIN LATERAL
       (SELECT CASE WHEN k.contype = 'x' AND x.reloptions IS NOT NULL THEN
                 (SELECT ' WITH (' || string_agg(quote_ident(o.name) || '='
                         || CASE WHEN quote_ident(o.value) = o.value THEN o.value ELSE quote_literal(o.value) END, ', ' ORDER BY o.n) || ')'
                    FROM (SELECT split_part(u.o, '=', 1) AS name, substr(u.o, strpos(u.o, '=') + 1) AS value, u.n
                            FROM unnest(x.reloptions) WITH ORDINALITY AS u(o, n)) AS o) END AS text OFFSET 0) AS opt
 WHERE k.contype IN ('c', 'p', 'u', 'f', 'x')
   AND (k.contype <> 'f' OR k.conparentid = 0 OR root.conrelid <> k.conrelid AND root.confrelid = k.confrelid)
   AND c.relkind IN ('r', 'p', 'f')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
