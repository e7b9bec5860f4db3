-- The schema that dblink is installed in, and those of its functions that are called by address.
SELECT n.nspname::text,
       pg_catalog.to_regprocedure(pg_catalog.format('%I.dblink_is_busy(text)', n.nspname))::oid,
       pg_catalog.to_regprocedure(pg_catalog.format('%I.dblink_cancel_query(text)', n.nspname))::oid,
       pg_catalog.to_regprocedure(pg_catalog.format('%I.dblink_disconnect(text)', n.nspname))::oid,
       pg_catalog.to_regprocedure(pg_catalog.format('%I.dblink_send_query(text, text)', n.nspname))::oid
  FROM pg_catalog.pg_extension AS e
  JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace
 WHERE e.extname = 'dblink'
