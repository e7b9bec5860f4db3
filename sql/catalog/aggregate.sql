-- Aggregates. Null is what CREATE AGGREGATE takes where nothing is said. `SORTOP` is SQL text; functions are too, qualified by
-- regproc's output.
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
         'arguments', pg_get_function_arguments(p.oid),
         'kind', CASE a.aggkind WHEN 'o' THEN 'ordered-set' WHEN 'h' THEN 'hypothetical-set' END,
         'sfunc', a.aggtransfn::text,
         'stype', format_type(a.aggtranstype, NULL),
         'sspace', nullif(a.aggtransspace, 0),
         'finalfunc', CASE WHEN a.aggfinalfn <> 0 THEN a.aggfinalfn::text END,
         'finalfunc_extra', nullif(a.aggfinalextra, false),
         'finalfunc_modify', CASE WHEN a.aggfinalfn <> 0
                                   AND a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                                  THEN CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
                                                             ELSE 'READ_WRITE' END END,
         'combinefunc', CASE WHEN a.aggcombinefn <> 0 THEN a.aggcombinefn::text END,
         'serialfunc', CASE WHEN a.aggserialfn <> 0 THEN a.aggserialfn::text END,
         'deserialfunc', CASE WHEN a.aggdeserialfn <> 0 THEN a.aggdeserialfn::text END,
         'initcond', a.agginitval,
         'msfunc', CASE WHEN a.aggmtransfn <> 0 THEN a.aggmtransfn::text END,
         'minvfunc', CASE WHEN a.aggminvtransfn <> 0 THEN a.aggminvtransfn::text END,
         'mstype', CASE WHEN a.aggmtranstype <> 0 THEN format_type(a.aggmtranstype, NULL) END,
         'msspace', nullif(a.aggmtransspace, 0),
         'mfinalfunc', CASE WHEN a.aggmfinalfn <> 0 THEN a.aggmfinalfn::text END,
         'mfinalfunc_extra', nullif(a.aggmfinalextra, false),
         'mfinalfunc_modify', CASE WHEN a.aggmfinalfn <> 0
                                    AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                                   THEN CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
                                                               ELSE 'READ_WRITE' END END,
         'minitcond', a.aggminitval,
         'sortop', CASE WHEN o.oid IS NOT NULL THEN 'OPERATOR(' || quote_ident(os.nspname) || '.' || o.oprname || ')' END,
         'parallel', CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' END,
         '_identity', (pg_identify_object('pg_proc'::regclass, p.oid, 0)).identity,
         '_returns', format_type(p.prorettype, NULL),
         '_direct', a.aggnumdirectargs,
         '_inputs', to_json(p.proargnames))::text AS data
  FROM pg_proc AS p
  JOIN pg_aggregate AS a ON a.aggfnoid = p.oid
  JOIN pg_namespace AS n ON n.oid = p.pronamespace
  LEFT JOIN pg_operator AS o ON o.oid = a.aggsortop
  LEFT JOIN pg_namespace AS os ON os.oid = o.oprnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_proc'::regclass AND d.objoid = p.oid AND d.objsubid = 0
 WHERE p.prokind = 'a' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
