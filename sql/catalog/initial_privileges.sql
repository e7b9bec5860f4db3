-- Privileges on what initdb or an extension made, where they differ from the initial ones (pg_init_privs, or what any new object has):
-- only the difference, as pg_dump writes it. Nothing else of such an object is compared. A list whose grants are all one role's was
-- the owner's: so owners are told apart from others by a word (=owner), as PUBLIC is (=public). initdb says nothing of what it grants
-- on information_schema (setup_schema comes after setup_privileges in initdb.c): reading it, to everybody.
-- The system columns of a user's tables are such objects too: the server made them.
SELECT {class pg_init_privs} AS classid,
       o.objid,
       o.objsubid,
       json_build_object(
         'name', json_build_array(i.type, i.identity),
         'parent', CASE WHEN e.refobjid IS NOT NULL THEN json_build_array({class pg_extension}, e.refobjid, 0)
                        WHEN o.objsubid < 0 AND o.objid >= 16384 THEN json_build_array(o.classid, o.objid, 0) END,
         'granted', x.granted,
         'revoked', x.revoked,
         '_initial', x.initial,
         '_schema', CASE WHEN i.type = 'schema' THEN o.name ELSE own_schema.name END,
         '_owner', pg_get_userbyid(o.owner),
         '_on', o.word,
         '_qualified', CASE WHEN o.qualified IS NOT NULL THEN json_build_array(own_schema.name, o.qualified) END,
         '_name', o.name)::text AS data
  FROM (SELECT 'pg_class'::regclass::oid AS classid, c.oid AS objid, 0 AS objsubid, c.relacl AS acl, p.initprivs AS initial,
               acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner)
               || CASE WHEN c.relnamespace = to_regnamespace('information_schema') AND c.relname !~ '^_pg' AND c.oid < 16384
                       THEN ARRAY[makeaclitem(0, c.relowner, 'SELECT', false)] ELSE '{}' END AS preset, c.relowner AS owner,
               CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS word, c.relname AS qualified, c.relname AS name
          FROM pg_class AS c
          LEFT JOIN pg_init_privs AS p ON p.classoid = 'pg_class'::regclass AND p.objoid = c.oid AND p.objsubid = 0
         WHERE c.relacl IS DISTINCT FROM p.initprivs
        UNION ALL
        SELECT 'pg_class'::regclass, a.attrelid, a.attnum, a.attacl, p.initprivs, acldefault('c', c.relowner), c.relowner, 'TABLE', c.relname, a.attname
          FROM pg_attribute AS a
          JOIN pg_class AS c ON c.oid = a.attrelid
          LEFT JOIN pg_init_privs AS p ON p.classoid = 'pg_class'::regclass AND p.objoid = a.attrelid AND p.objsubid = a.attnum
         WHERE a.attacl IS DISTINCT FROM p.initprivs AND NOT a.attisdropped
        UNION ALL
        SELECT 'pg_proc'::regclass, f.oid, 0, f.proacl, p.initprivs, acldefault('f', f.proowner), f.proowner, 'ROUTINE', NULL, f.proname
          FROM pg_proc AS f
          LEFT JOIN pg_init_privs AS p ON p.classoid = 'pg_proc'::regclass AND p.objoid = f.oid
         WHERE f.proacl IS DISTINCT FROM p.initprivs
        UNION ALL
        SELECT 'pg_type'::regclass, t.oid, 0, t.typacl, p.initprivs, acldefault('T', t.typowner), t.typowner, 'TYPE', t.typname, t.typname
          FROM pg_type AS t
          LEFT JOIN pg_init_privs AS p ON p.classoid = 'pg_type'::regclass AND p.objoid = t.oid
         WHERE t.typacl IS DISTINCT FROM p.initprivs
        UNION ALL
        -- The schema public is a user's, whatever initdb did with it.
        SELECT 'pg_namespace'::regclass, n.oid, 0, n.nspacl, p.initprivs,
               acldefault('n', n.nspowner)
               || CASE WHEN n.nspname = 'information_schema' THEN ARRAY[makeaclitem(0, n.nspowner, 'USAGE', false)] ELSE '{}' END, n.nspowner, 'SCHEMA', NULL, n.nspname
          FROM pg_namespace AS n
          LEFT JOIN pg_init_privs AS p ON p.classoid = 'pg_namespace'::regclass AND p.objoid = n.oid
         WHERE n.nspacl IS DISTINCT FROM p.initprivs AND n.nspname <> 'public' AND n.nspname !~ '^pg_(temp|toast)'
        UNION ALL
        SELECT 'pg_language'::regclass, l.oid, 0, l.lanacl, p.initprivs, acldefault('l', l.lanowner), l.lanowner, 'LANGUAGE', NULL, l.lanname
          FROM pg_language AS l
          LEFT JOIN pg_init_privs AS p ON p.classoid = 'pg_language'::regclass AND p.objoid = l.oid
         WHERE l.lanacl IS DISTINCT FROM p.initprivs AND l.lanpltrusted
        UNION ALL
        SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, w.fdwacl, p.initprivs, acldefault('F', w.fdwowner), w.fdwowner,
               'FOREIGN DATA WRAPPER', NULL, w.fdwname
          FROM pg_foreign_data_wrapper AS w
          LEFT JOIN pg_init_privs AS p ON p.classoid = 'pg_foreign_data_wrapper'::regclass AND p.objoid = w.oid
         WHERE w.fdwacl IS DISTINCT FROM p.initprivs
        UNION ALL
        SELECT 'pg_foreign_server'::regclass, s.oid, 0, s.srvacl, p.initprivs, acldefault('S', s.srvowner), s.srvowner,
               'FOREIGN SERVER', NULL, s.srvname
          FROM pg_foreign_server AS s
          LEFT JOIN pg_init_privs AS p ON p.classoid = 'pg_foreign_server'::regclass AND p.objoid = s.oid
         WHERE s.srvacl IS DISTINCT FROM p.initprivs) AS o
  LEFT JOIN pg_depend AS e ON e.classid = o.classid AND e.objid = o.objid AND e.objsubid = 0 AND e.deptype = 'e'
  LEFT JOIN pg_extension AS own ON own.oid = e.refobjid
 CROSS JOIN LATERAL
       (SELECT json_agg(r.entry ORDER BY r.entry::text COLLATE "C") FILTER (WHERE NOT r.was) AS granted,
               json_agg(r.entry ORDER BY r.entry::text COLLATE "C") FILTER (WHERE NOT r.is) AS revoked,
               json_agg(r.entry ORDER BY r.entry::text COLLATE "C") FILTER (WHERE r.was) AS initial
          FROM (SELECT json_build_array(u.grantor, u.grantee, u.privilege_type, u.is_grantable) AS entry, bool_or(u.is) AS is,
                       bool_or(NOT u.is) AS was
                  FROM (SELECT CASE WHEN a.grantor = a.owner THEN '=owner' ELSE '@' || pg_get_userbyid(a.grantor) END AS grantor,
                               CASE a.grantee WHEN 0 THEN '=public' WHEN a.owner THEN '=owner'
                                    ELSE '@' || pg_get_userbyid(a.grantee) END AS grantee,
                               a.privilege_type, a.is_grantable, a.is
                          FROM (SELECT g.*, o.owner, true AS is FROM aclexplode(coalesce(o.acl, o.preset)) AS g
                                UNION ALL
                                SELECT g.*, CASE WHEN min(g.grantor) OVER () = max(g.grantor) OVER () THEN g.grantor ELSE o.owner END,
                                       false
                                  FROM aclexplode(coalesce(o.initial, o.preset)) AS g) AS a) AS u
                 GROUP BY u.grantor, u.grantee, u.privilege_type, u.is_grantable) AS r) AS x
 CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, o.objsubid) AS i
 -- pg_identify_object quotes the schema's name.
 CROSS JOIN LATERAL (VALUES ((parse_ident(i.schema))[1])) AS own_schema(name)
 WHERE o.acl IS DISTINCT FROM coalesce(o.initial, o.preset)
   AND (o.objid < 16384 OR e.refobjid IS NOT NULL OR o.objsubid < 0)
   AND (o.objid < 16384 OR e.refobjid IS NOT NULL OR own_schema.name !~ '^pg_')
   AND own.extname IS DISTINCT FROM 'pgdiff'
   AND (x.granted IS NOT NULL OR x.revoked IS NOT NULL)
