-- Partitions: that a table is attached to another, and with which bound. ATTACH wants the same columns, the parent's checks
-- and, so that it makes none of its own, the indexes and keys that are attached to the parent's: they all come first.
-- The address is one that pg_depend never uses.
SELECT {class pg_inherits} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         'needs', (SELECT json_agg(json_build_array(x.classid, x.objid, x.objsubid))
                     FROM (SELECT {class pg_class} AS classid, p.oid AS objid, 0 AS objsubid
                           UNION ALL
                           SELECT {class pg_class}, a.attrelid, a.attnum
                             FROM pg_attribute AS a
                            WHERE a.attrelid IN (c.oid, p.oid) AND a.attnum > 0 AND NOT a.attisdropped
                           UNION ALL
                           -- The upper index as well: the partition's may be older than it, and have waited for it.
                           SELECT {class pg_class}, dx.oid, 0
                             FROM pg_index AS x
                             JOIN pg_inherits AS xi ON xi.inhrelid = x.indexrelid
                             -- One that some partition has no part of comes after the partitions: see index.sql.
                             JOIN pg_index AS upper_x ON upper_x.indexrelid = xi.inhparent AND upper_x.indisvalid
                            CROSS JOIN LATERAL (VALUES (x.indexrelid), (xi.inhparent)) AS dx(oid)
                            WHERE x.indrelid = c.oid
                           UNION ALL
                           SELECT {class pg_constraint}, k.oid, 0
                             FROM pg_constraint AS k
                            WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.coninhcount > 0
                           UNION ALL
                           -- Foreign keys to partitioned tables may tie those into a cycle, and come when they may.
                           SELECT {class pg_constraint}, dk.oid, 0
                             FROM pg_constraint AS k
                             JOIN pg_class AS fc ON fc.oid = k.confrelid AND fc.relkind <> 'p'
                            CROSS JOIN LATERAL (VALUES (k.oid), (k.conparentid)) AS dk(oid)
                            WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conparentid <> 0
                           UNION ALL
                           -- Dropping the parent's takes the partition's along, unless that is detached by then.
                           SELECT {class pg_constraint}, k.oid, 0
                             FROM pg_constraint AS k
                            WHERE k.conrelid = p.oid AND k.contype = 'c' AND NOT k.connoinherit) AS x),
         'of', json_build_array(pn.nspname, p.relname),
         'bound', pg_get_expr(c.relpartbound, c.oid),
         -- By this rows are picked; where a hash divides the tables above, it names them by their OIDs and can't be used.
         '_constraint', (SELECT k.definition
                           FROM pg_get_partition_constraintdef(c.oid) AS k(definition)
                          WHERE strpos(k.definition, 'satisfies_hash_partition(') = 0))::text AS data
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_inherits AS i ON i.inhrelid = c.oid
  JOIN pg_class AS p ON p.oid = i.inhparent
  JOIN pg_namespace AS pn ON pn.oid = p.relnamespace
 WHERE c.relkind IN ('r', 'p', 'f')
   AND c.relispartition
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
