-- Operators and support functions of operator families. What they are a part of is what pg_depend says, as for pg_dump: the
-- class that was made with them, or the family alone. `_hard`: they can't be dropped without it. What a user added to a family
-- of the system is told as well.
SELECT m.classid,
       m.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, f.opfname, am.amname, m.number, m.types),
         'parent', json_build_array(d.refclassid, d.refobjid, 0),
         'member', m.member,
         '_hard', nullif(d.deptype = 'i', false),
         '_identity', (pg_identify_object(m.classid, m.oid, 0)).identity)::text AS data
  FROM (SELECT {class pg_amop} AS classid, o.oid, o.amopfamily AS family,
               'OPERATOR ' || o.amopstrategy AS number,
               '(' || format_type(o.amoplefttype, NULL) || ', ' || format_type(o.amoprighttype, NULL) || ')' AS types,
               o.amopopr::regoperator::text
                 || CASE WHEN o.amopsortfamily <> 0
                         THEN ' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname) ELSE '' END AS member
          FROM pg_amop AS o
          LEFT JOIN pg_opfamily AS s ON s.oid = o.amopsortfamily
          LEFT JOIN pg_namespace AS sn ON sn.oid = s.opfnamespace
         WHERE o.oid >= 16384
         UNION ALL
        SELECT {class pg_amproc}, p.oid, p.amprocfamily,
               'FUNCTION ' || p.amprocnum,
               '(' || format_type(p.amproclefttype, NULL) || ', ' || format_type(p.amprocrighttype, NULL) || ')',
               p.amproc::regprocedure::text
          FROM pg_amproc AS p
         WHERE p.oid >= 16384) AS m
  JOIN pg_opfamily AS f ON f.oid = m.family
  JOIN pg_namespace AS n ON n.oid = f.opfnamespace
  JOIN pg_am AS am ON am.oid = f.opfmethod
  JOIN pg_depend AS d ON d.classid = m.classid AND d.objid = m.oid AND d.deptype IN ('i', 'a')
                     AND (d.refclassid = 'pg_opclass'::regclass OR d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = m.family)
 WHERE n.nspname !~ '^pg_(temp|toast)'
