-- The mappings of text search configurations: for a type of token, as its parser calls it, the dictionaries in order.
SELECT {class pg_ts_config_map} AS classid,
       c.oid AS objid,
       m.maptokentype AS objsubid,
       json_build_object(
         'name', json_build_array(n.nspname, c.cfgname, t.alias),
         'parent', json_build_array({class pg_ts_config}, c.oid, 0),
         'needs', json_agg(json_build_array({class pg_ts_dict}, x.oid, 0)),
         'dictionaries', json_agg(json_build_array(xn.nspname, x.dictname) ORDER BY m.mapseqno))::text AS data
  FROM pg_ts_config AS c
  JOIN pg_namespace AS n ON n.oid = c.cfgnamespace
 CROSS JOIN LATERAL ts_token_type(c.cfgparser) AS t
  JOIN pg_ts_config_map AS m ON m.mapcfg = c.oid AND m.maptokentype = t.tokid
  JOIN pg_ts_dict AS x ON x.oid = m.mapdict
  JOIN pg_namespace AS xn ON xn.oid = x.dictnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 GROUP BY n.nspname, c.cfgname, c.oid, t.alias, m.maptokentype
