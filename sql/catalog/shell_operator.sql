-- Operators that are only named as the commutator or negator of others, and those that none names any more, which are in no dump.
SELECT {class pg_operator} AS classid,
       o.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, o.oprname,
                                  CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) ELSE 'NONE' END,
                                  CASE WHEN o.oprright <> 0 THEN format_type(o.oprright, NULL) ELSE 'NONE' END),
         '_left_over', CASE WHEN o.oid NOT IN (SELECT x.oprcom FROM pg_operator AS x UNION ALL SELECT x.oprnegate FROM pg_operator AS x)
                            THEN true END,
         '_identity', (pg_identify_object('pg_operator'::regclass, o.oid, 0)).identity)::text AS data
  FROM pg_operator AS o
  JOIN pg_namespace AS n ON n.oid = o.oprnamespace
 WHERE o.oprcode = 0
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
