-- Triggers. A partition's trigger that comes from its table's is an object only where it fires at other times than that one:
-- then all there is to it is this difference.
SELECT {class pg_trigger} AS classid,
       t.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname, t.tgname),
         'parent', json_build_array({class pg_class}, c.oid, 0),
         'comment', CASE WHEN t.tgparentid = 0 THEN d.description END,
         'also', CASE WHEN t.tgconstraint <> 0 THEN json_build_array(json_build_array({class pg_constraint}, t.tgconstraint, 0)) END,
         -- A clone comes with the attachment and with the trigger at the top.
         'needs', CASE WHEN t.tgparentid <> 0 THEN
                    (SELECT json_agg(json_build_array(x.classid, x.objid, 0))
                       FROM (WITH RECURSIVE up AS (
                               SELECT t.tgparentid AS oid
                               UNION ALL
                               SELECT a.tgparentid FROM up JOIN pg_trigger AS a ON a.oid = up.oid WHERE a.tgparentid <> 0)
                             SELECT {class pg_trigger} AS classid, up.oid AS objid FROM up
                             UNION ALL
                             SELECT {class pg_inherits}, a.relid::oid FROM pg_partition_ancestors(t.tgrelid) AS a) AS x) END,
         'constraint', CASE WHEN t.tgconstraint <> 0 AND t.tgparentid = 0 THEN true END,
         -- Without CREATE TRIGGER name at its beginning.
         'definition', CASE WHEN t.tgparentid = 0 THEN
                         substr(def.text, length('CREATE TRIGGER  ') + length(quote_ident(t.tgname)) + 1
                                          + CASE WHEN t.tgconstraint <> 0 THEN length('CONSTRAINT ') ELSE 0 END) END,
         'enabled', CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS'
                                     ELSE CASE WHEN t.tgparentid <> 0 THEN 'ENABLE' END END,
         -- What it would be without the difference.
         'enabled_above', CASE WHEN t.tgparentid <> 0 THEN
                            CASE up.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS'
                                              ELSE 'ENABLE' END END,
         'extensions', ext.extensions,
         'clone', CASE WHEN t.tgparentid <> 0 THEN true END,
         '_partitioned', NULLIF(c.relkind = 'p', false),
         '_relation', NULLIF(c.relkind, 'r'))::text AS data
  FROM pg_trigger AS t
  JOIN pg_class AS c ON c.oid = t.tgrelid
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_trigger AS up ON up.oid = t.tgparentid
  LEFT JOIN (SELECT dep.objid, json_agg(e.extname ORDER BY e.extname) AS extensions
               FROM pg_extension AS e
               JOIN pg_depend AS dep ON dep.refclassid = 'pg_extension'::regclass AND dep.refobjid = e.oid
              WHERE dep.classid = 'pg_trigger'::regclass AND dep.deptype = 'x'
              GROUP BY dep.objid) AS ext ON ext.objid = t.oid
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_trigger'::regclass AND d.objoid = t.oid AND d.objsubid = 0
  -- OFFSET 0 keeps the planner from calling the deparser once per mention.
 CROSS JOIN LATERAL (SELECT pg_get_triggerdef(t.oid) AS text OFFSET 0) AS def
 WHERE CASE WHEN t.tgparentid = 0 THEN NOT t.tgisinternal
            -- Clones are internal up to 14, and those of foreign keys always: they are told by their name.
            ELSE t.tgenabled <> up.tgenabled AND t.tgname !~ '^RI_ConstraintTrigger_' END
   AND c.relkind IN ('r', 'p', 'v', 'f')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
