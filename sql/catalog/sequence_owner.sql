-- Which column owns a sequence (OWNED BY, and what serial leaves behind). An object of its own: the column's default needs the
-- sequence, and this needs both, so that the three make no circle. Its address is one that pg_depend never uses.
SELECT {class pg_sequence} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         'needs', json_build_array(
           json_build_array({class pg_class}, own.refobjid, own.refobjsubid),
           -- Both must have the same owner by then.
           json_build_array({class pg_class}, c.oid, 0, 'owner'),
           json_build_array({class pg_class}, own.refobjid, 0, 'owner')),
         'column', json_build_array(tn.nspname, t.relname, a.attname))::text AS data
  FROM pg_sequence AS s
  JOIN pg_class AS c ON c.oid = s.seqrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_depend AS own ON own.classid = 'pg_class'::regclass AND own.objid = c.oid AND own.objsubid = 0
                       AND own.refclassid = 'pg_class'::regclass AND own.refobjsubid > 0 AND own.deptype = 'a'
  JOIN pg_class AS t ON t.oid = own.refobjid
  JOIN pg_namespace AS tn ON tn.oid = t.relnamespace
  JOIN pg_attribute AS a ON a.attrelid = own.refobjid AND a.attnum = own.refobjsubid
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
