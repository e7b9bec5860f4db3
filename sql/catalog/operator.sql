-- Operators. A commutator has the types of the operand exchanged, a negator has the same, so that schema and name say which
-- operator it is; pg_depend knows nothing of them. `needs`: one that is named by another and doesn't name it in turn is made
-- after that, because the server completes the pair of an operator that it finds without a partner.
SELECT {class pg_operator} AS classid,
       o.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, o.oprname,
                                  CASE WHEN o.oprleft <> 0 THEN format_type(o.oprleft, NULL) ELSE 'NONE' END,
                                  CASE WHEN o.oprright <> 0 THEN format_type(o.oprright, NULL) ELSE 'NONE' END),
         'owner', pg_get_userbyid(o.oprowner),
         'comment', d.description,
         'needs', one_way.operators,
         'function', o.oprcode::text,
         'commutator', CASE WHEN c.oid IS NOT NULL THEN json_build_array(cn.nspname, c.oprname) END,
         'commutator_is_shell', CASE WHEN c.oprcode = 0 THEN true END,
         'negator', CASE WHEN g.oid IS NOT NULL THEN json_build_array(gn.nspname, g.oprname) END,
         'negator_is_shell', CASE WHEN g.oprcode = 0 THEN true END,
         'restrict', nullif(o.oprrest::text, '-'),
         'join', nullif(o.oprjoin::text, '-'),
         'hashes', nullif(o.oprcanhash, false),
         'merges', nullif(o.oprcanmerge, false),
         '_identity', (pg_identify_object('pg_operator'::regclass, o.oid, 0)).identity)::text AS data
  FROM pg_operator AS o
  JOIN pg_namespace AS n ON n.oid = o.oprnamespace
  LEFT JOIN pg_operator AS c ON c.oid = o.oprcom
  LEFT JOIN pg_namespace AS cn ON cn.oid = c.oprnamespace
  LEFT JOIN pg_operator AS g ON g.oid = o.oprnegate
  LEFT JOIN pg_namespace AS gn ON gn.oid = g.oprnamespace
  LEFT JOIN (SELECT x.partner, json_agg(json_build_array({class pg_operator}, x.oid, 0)) AS operators
               FROM (SELECT a.oid, b.oid AS partner
                       FROM pg_operator AS a JOIN pg_operator AS b ON b.oid = a.oprcom WHERE b.oprcom <> a.oid
                      UNION
                     SELECT a.oid, b.oid
                       FROM pg_operator AS a JOIN pg_operator AS b ON b.oid = a.oprnegate WHERE b.oprnegate <> a.oid) AS x
              GROUP BY x.partner) AS one_way ON one_way.partner = o.oid
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_operator'::regclass AND d.objoid = o.oid AND d.objsubid = 0
 WHERE o.oprcode <> 0
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
