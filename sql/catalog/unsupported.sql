-- Objects of kinds that pgdiff doesn't handle yet: that they are there, and nothing more. The name is what pg_identify_object
-- says, the type and the identity.
SELECT q.classid,
       q.objid,
       0 AS objsubid,
       json_build_object('name', json_build_array(o.type, o.identity),
                         '_schema', o.schema,
                         '_note', 'pgdiff does not handle this kind of object yet')::text AS data
  FROM (SELECT {class pg_language} AS classid, x.oid AS objid FROM pg_language AS x
        UNION ALL SELECT {class pg_am}, x.oid FROM pg_am AS x
        UNION ALL SELECT {class pg_conversion}, x.oid FROM pg_conversion AS x
        UNION ALL SELECT {class pg_cast}, x.oid FROM pg_cast AS x
        UNION ALL SELECT {class pg_transform}, x.oid FROM pg_transform AS x
        UNION ALL SELECT {class pg_operator}, x.oid FROM pg_operator AS x
        UNION ALL SELECT {class pg_opfamily}, x.oid FROM pg_opfamily AS x
        UNION ALL SELECT {class pg_opclass}, x.oid FROM pg_opclass AS x
        UNION ALL SELECT {class pg_ts_parser}, x.oid FROM pg_ts_parser AS x
        UNION ALL SELECT {class pg_ts_dict}, x.oid FROM pg_ts_dict AS x
        UNION ALL SELECT {class pg_ts_template}, x.oid FROM pg_ts_template AS x
        UNION ALL SELECT {class pg_ts_config}, x.oid FROM pg_ts_config AS x
        UNION ALL SELECT {class pg_class}, x.oid FROM pg_class AS x WHERE x.relkind = 'f'
        UNION ALL SELECT {class pg_subscription}, x.oid FROM pg_subscription AS x
                   WHERE x.subdbid = (SELECT db.oid FROM pg_database AS db WHERE db.datname = current_database())) AS q,
       pg_identify_object(q.classid, q.objid, 0) AS o
 WHERE q.objid >= 16384
   AND o.schema IS DISTINCT FROM 'pg_catalog' AND coalesce(o.schema, '') !~ '^pg_(temp|toast)'
   -- The cast from a range type to its multirange type is a part of the type.
   AND NOT EXISTS (SELECT FROM pg_depend AS part
                    WHERE part.classid = q.classid AND part.objid = q.objid AND part.deptype = 'i')
UNION ALL
SELECT {class pg_seclabel},
       s.objoid,
       s.objsubid,
       json_build_object('name', json_build_array('security label', concat_ws(' ', o.type, o.identity, 'for', s.provider)),
                         '_schema', o.schema,
                         '_note', 'pgdiff does not handle this kind of object yet')::text
  FROM pg_seclabel AS s, pg_identify_object(s.classoid, s.objoid, s.objsubid) AS o
 WHERE o.identity IS NOT NULL
