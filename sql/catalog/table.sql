-- Tables: ordinary, typed, partitioned and foreign ones, and partitions (whose attachment is partition.sql's). Columns and what else
-- can be changed alone have queries of their own. Defaults are null, so that a plain table has no property at all.
SELECT {class pg_class} AS classid,
       c.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.relname),
         'owner', pg_get_userbyid(c.relowner),
         'acl', {acl c.relacl},
         'comment', d.description,
         'unlogged', NULLIF(c.relpersistence = 'u', false),
         'partition_key', CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
         'options', CASE WHEN c.reloptions IS NOT NULL OR toast.options IS NOT NULL THEN
                      to_json(coalesce(c.reloptions, '{}') || coalesce(toast.options, '{}')) END,
         'access_method', NULLIF(am.amname, 'heap'),
         'tablespace', ts.spcname,
         '_database_tablespace', CASE WHEN c.reltablespace <> 0 THEN (SELECT dt.spcname FROM pg_database AS db JOIN pg_tablespace AS dt ON dt.oid = db.dattablespace
                                             WHERE db.datname = current_database()) END,
         'row_security', NULLIF(c.relrowsecurity, false),
         'force_row_security', NULLIF(c.relforcerowsecurity, false),
         -- What the server doesn't let one retype, because rows would belong elsewhere.
         'partition_key_types', CASE WHEN c.relkind = 'p' THEN
                                  (SELECT json_agg(format_type(a.atttypid, a.atttypmod) ORDER BY a.attname)
                                     FROM pg_depend AS k
                                     JOIN pg_attribute AS a ON a.attrelid = k.objid AND a.attnum = k.objsubid
                                    WHERE k.classid = 'pg_class'::regclass AND k.objid = c.oid AND k.objsubid > 0
                                      AND k.refclassid = 'pg_class'::regclass AND k.refobjid = c.oid AND k.refobjsubid = 0
                                      AND k.deptype = 'i') END,
         'needs', CASE WHEN c.relkind = 'p' THEN
                    (SELECT json_agg(DISTINCT jsonb_build_array({class pg_type}, a.atttypid, 0))
                       FROM pg_depend AS k
                       JOIN pg_attribute AS a ON a.attrelid = k.objid AND a.attnum = k.objsubid
                      WHERE k.classid = 'pg_class'::regclass AND k.objid = c.oid AND k.objsubid > 0
                        AND k.refclassid = 'pg_class'::regclass AND k.refobjid = c.oid AND k.refobjsubid = 0
                        AND k.deptype = 'i') END,
         '_partition', NULLIF(c.relispartition, false),
         '_children', CASE WHEN c.relhassubclass THEN
                        (SELECT json_agg(json_build_array(hn.nspname, hc.relname) ORDER BY hn.nspname, hc.relname)
                           FROM pg_inherits AS h
                           JOIN pg_class AS hc ON hc.oid = h.inhrelid
                           JOIN pg_namespace AS hn ON hn.oid = hc.relnamespace
                          WHERE h.inhparent = c.oid) END,
         '_rows', c.reltuples,
         '_bytes', (c.relpages + coalesce(tt.relpages, 0)::int8) * current_setting('block_size')::int8)::text ||
       CASE WHEN c.relkind <> 'f' THEN '' ELSE
         (SELECT json_build_object('server', s.srvname,
                                   'foreign_options', {options f.ftoptions},
                                   /*reveal*/'_secrets', {revealed f.ftoptions},/*end*/
                                   'foreign_secrets', {secrets f.ftoptions})::text
            FROM pg_foreign_table AS f
            JOIN pg_foreign_server AS s ON s.oid = f.ftserver
           WHERE f.ftrelid = c.oid) END AS data
  FROM pg_class AS c
  JOIN pg_namespace AS n ON n.oid = c.relnamespace
  LEFT JOIN pg_class AS tt ON tt.oid = c.reltoastrelid
  LEFT JOIN LATERAL (SELECT array_agg('toast.' || o.option ORDER BY o.n) AS options
                       FROM unnest(tt.reloptions) WITH ORDINALITY AS o(option, n)) AS toast ON tt.reloptions IS NOT NULL
  LEFT JOIN pg_am AS am ON am.oid = c.relam
  LEFT JOIN pg_tablespace AS ts ON ts.oid = c.reltablespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = 0
 WHERE c.relkind IN ('r', 'p', 'f')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
