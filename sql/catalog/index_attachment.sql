-- That a partition's index (or key) is a part of the index of the table that the partition belongs to. It is called by the
-- partition and by the upper index, because a partition has at most one part of an index, whatever its name.
-- The address is one that pg_depend never uses.
SELECT {class pg_inherits} AS classid,
       h.inhrelid AS objid,
       h.inhseqno AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname, pn.nspname, px.relname),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         -- The partition, the index and the upper index; those that back a constraint resolve to it.
         'needs', json_build_array(json_build_array({class pg_inherits}, c.oid, 0),
                                   json_build_array({class pg_class}, x.oid, 0),
                                   json_build_array({class pg_class}, px.oid, 0)),
         -- ATTACH PARTITION finds parts only of indexes that are there by then.
         '_late', NULLIF(NOT pi.indisvalid, false),
         'index', x.relname)::text AS data
  FROM pg_inherits AS h
  JOIN pg_class AS x ON x.oid = h.inhrelid
  JOIN pg_index AS i ON i.indexrelid = x.oid
  JOIN pg_class AS c ON c.oid = i.indrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_class AS px ON px.oid = h.inhparent
  JOIN pg_index AS pi ON pi.indexrelid = px.oid
  JOIN pg_namespace AS pn ON pn.oid = px.relnamespace
 WHERE x.relkind IN ('i', 'I')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
