-- Event triggers.
SELECT {class pg_event_trigger} AS classid,
       t.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(t.evtname),
         'owner', pg_get_userbyid(t.evtowner),
         'comment', d.description,
         'event', t.evtevent,
         'tags', CASE WHEN t.evttags IS NOT NULL THEN to_json(t.evttags) END,
         'function', json_build_array(n.nspname, p.proname),
         'enabled', CASE t.evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' END)::text AS data
  FROM pg_event_trigger AS t
  JOIN pg_proc AS p ON p.oid = t.evtfoid
  JOIN pg_namespace AS n ON n.oid = p.pronamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_event_trigger'::regclass AND d.objoid = t.oid AND d.objsubid = 0
