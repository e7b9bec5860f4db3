-- Indexes that a statement left INVALID which failed half-way: no query uses them, and every write keeps them up.
SELECT i.indexrelid::regclass::text,
       'is INVALID, and kept up by every write to ' || i.indrelid::regclass,
       'REINDEX INDEX CONCURRENTLY ' || i.indexrelid::regclass || ';'
  FROM pg_catalog.pg_index AS i
  JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid AND c.relkind = 'i'
 WHERE NOT i.indisvalid
 ORDER BY 1
