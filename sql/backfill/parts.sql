-- The tables that hold the rows of a relation, each with the key along which it is gone through: the columns of a unique index that sorts
-- them as the server does by itself, the primary key first.
SELECT jsonb_build_object(
         'name', p.oid::regclass::text,
         'kind', p.relkind,
         'rows', p.reltuples::int8,
         'columns', (SELECT jsonb_agg(jsonb_build_array(quote_ident(a.attname), format_type(a.atttypid, a.atttypmod)) ORDER BY k.place)
                       FROM unnest(i.indkey[0:i.indnkeyatts - 1]) WITH ORDINALITY AS k(attnum, place)
                       JOIN pg_catalog.pg_attribute AS a ON a.attrelid = p.oid AND a.attnum = k.attnum))
  FROM (SELECT t.relid AS root FROM pg_catalog.pg_partition_tree($1::regclass) AS t WHERE t.isleaf
        UNION
        SELECT $1::regclass WHERE (SELECT c.relkind FROM pg_catalog.pg_class AS c WHERE c.oid = $1::regclass) <> 'p') AS r
  JOIN pg_catalog.pg_class AS p ON p.oid = r.root
  LEFT JOIN LATERAL (
       SELECT i.* FROM pg_catalog.pg_index AS i
        WHERE i.indrelid = p.oid AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indpred IS NULL AND i.indexprs IS NULL
          AND (SELECT c.relam = m.oid FROM pg_catalog.pg_class AS c, pg_catalog.pg_am AS m WHERE c.oid = i.indexrelid AND m.amname = 'btree')
          AND NOT EXISTS (SELECT FROM unnest(i.indkey[0:i.indnkeyatts - 1]::int2[], i.indclass[0:i.indnkeyatts - 1]::oid[],
                                             i.indcollation[0:i.indnkeyatts - 1]::oid[], i.indoption[0:i.indnkeyatts - 1]::int2[])
                                       AS k(attnum, opclass, coll, option)
                            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = p.oid AND a.attnum = k.attnum
                            JOIN pg_catalog.pg_opclass AS o ON o.oid = k.opclass
                           WHERE NOT a.attnotnull OR NOT o.opcdefault OR k.coll <> a.attcollation OR k.option <> 0)
        ORDER BY i.indisprimary DESC, i.indnkeyatts, i.indexrelid LIMIT 1) AS i ON true
 ORDER BY p.oid::regclass::text
