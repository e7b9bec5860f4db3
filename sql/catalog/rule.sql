-- Rules other than those that are views.
SELECT {class pg_rewrite} AS classid,
       r.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname, r.rulename),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         'comment', d.description,
         -- Without CREATE RULE ... AS at its beginning and the semicolon at its end.
         'definition', btrim(substr(def.text, length('CREATE RULE  AS') + length(quote_ident(r.rulename)) + 1,
                                    length(def.text) - length('CREATE RULE  AS') - length(quote_ident(r.rulename)) - 1), E' \n'),
         'enabled', CASE r.ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' END)::text AS data
  FROM pg_rewrite AS r
  JOIN pg_class AS c ON c.oid = r.ev_class
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_rewrite'::regclass AND d.objoid = r.oid AND d.objsubid = 0
  -- OFFSET 0 keeps the planner from calling the deparser once per mention.
 CROSS JOIN LATERAL (SELECT pg_get_ruledef(r.oid) AS text OFFSET 0) AS def
 WHERE r.rulename <> '_RETURN'
   AND c.relkind IN ('r', 'p', 'v', 'm')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
