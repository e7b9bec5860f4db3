SELECT (to_jsonb(s) - '{catalog,objects,imported_at,system_identifier,database_oid}'::text[])::text, s.catalog
  FROM pgdiff.snapshot AS s WHERE s.label = $1
