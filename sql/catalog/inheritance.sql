-- INHERITS, one object per parent, which needs the columns of both, and the parent's checks on the child: INHERIT wants them.
-- Its address is one that pg_depend never uses.
SELECT {class pg_inherits} AS classid,
       i.inhrelid AS objid,
       i.inhseqno AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname, pn.nspname, p.relname),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         'needs', (SELECT json_agg(json_build_array(x.classid, x.objid, x.objsubid))
                     FROM (SELECT {class pg_class} AS classid, p.oid AS objid, 0 AS objsubid
                           UNION ALL
                           SELECT {class pg_class}, a.attrelid, a.attnum
                             FROM pg_attribute AS a
                            WHERE a.attrelid IN (c.oid, p.oid) AND a.attnum > 0 AND NOT a.attisdropped
                           UNION ALL
                           -- Those before it are made before it, so that they come in their order.
                           SELECT {class pg_inherits}, b.inhrelid, b.inhseqno
                             FROM pg_inherits AS b
                            WHERE b.inhrelid = c.oid AND b.inhseqno < i.inhseqno
                           UNION ALL
                           -- Those that are NOT VALID can't stand in CREATE TABLE, where INHERITS does.
                           SELECT {class pg_constraint}, k.oid, 0
                             FROM pg_constraint AS k
                            WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.coninhcount > 0 AND k.convalidated) AS x),
         '_parent', json_build_array(pn.nspname, p.relname),
         '_position', i.inhseqno)::text AS data
  FROM pg_inherits AS i
  JOIN pg_class AS c ON c.oid = i.inhrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_class AS p ON p.oid = i.inhparent
  JOIN pg_namespace AS pn ON pn.oid = p.relnamespace
 WHERE c.relkind IN ('r', 'f')
   AND NOT c.relispartition
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
