-- Functions, window functions and procedures. Everything that is compared stands in the definition; what begins with `_` says
-- whether CREATE OR REPLACE can carry a change (src/backend/catalog/pg_proc.c, ProcedureCreate) and how the routine is named.
-- The constructors that a range type brings along are internal functions with an internal dependency: they are its parts.
SELECT {class pg_proc} AS classid,
       p.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, p.proname,
                                  coalesce((SELECT string_agg(format_type(t.type, NULL), ', ' ORDER BY t.position)
                                              FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS t(type, position)), '')),
         'owner', pg_get_userbyid(p.proowner),
         'acl', {acl p.proacl},
         'comment', d.description,
         'definition', rtrim(pg_get_functiondef(p.oid), E'\n'),
         'extensions', x.extensions,
         '_kind', p.prokind,
         '_identity', (pg_identify_object('pg_proc'::regclass, p.oid, 0)).identity,
         '_signature', CASE WHEN p.prokind = 'p' THEN pg_get_function_identity_arguments(p.oid) END,
         '_returns', CASE WHEN p.prorettype <> 0
                          THEN json_build_array(format_type(p.prorettype, NULL), p.proretset) END,
         '_inputs', CASE WHEN p.proargnames IS NOT NULL
                         THEN (SELECT json_agg(a.name ORDER BY a.position)
                                 FROM unnest(p.proargnames, p.proargmodes) WITH ORDINALITY AS a(name, mode, position)
                                WHERE a.mode IS NULL OR a.mode IN ('i', 'b', 'v')) END,
         '_outputs', CASE WHEN p.prorettype = 'record'::regtype AND p.proallargtypes IS NOT NULL
                          THEN (SELECT json_agg(json_build_array(a.name, format_type(a.type, NULL)) ORDER BY a.position)
                                  FROM unnest(p.proargnames, p.proargmodes, p.proallargtypes)
                                       WITH ORDINALITY AS a(name, mode, type, position)
                                 WHERE a.mode IN ('o', 'b', 't')) END,
         '_variadic', nullif(p.provariadic <> 0, false),
         '_defaults', nullif(p.pronargdefaults, 0),
         '_source', p.prosrc)::text AS data
  FROM pg_proc AS p
  JOIN pg_namespace AS n ON n.oid = p.pronamespace
  LEFT JOIN (SELECT dep.objid, json_agg(e.extname ORDER BY e.extname) AS extensions
               FROM pg_extension AS e
               JOIN pg_depend AS dep ON dep.refclassid = 'pg_extension'::regclass AND dep.refobjid = e.oid
              WHERE dep.classid = 'pg_proc'::regclass AND dep.deptype = 'x'
              GROUP BY dep.objid) AS x ON x.objid = p.oid
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_proc'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE p.prokind <> 'a' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND NOT (p.prolang = 12 -- internal
            AND EXISTS (SELECT FROM pg_depend AS part
                         WHERE part.classid = 'pg_proc'::regclass AND part.objid = p.oid AND part.deptype = 'i'))
