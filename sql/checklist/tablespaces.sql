-- Tablespaces that the script names.
SELECT CASE WHEN s.oid IS NULL THEN 'fail' ELSE 'pass' END,
       format(CASE WHEN s.oid IS NULL THEN 'tablespace %I does not exist' ELSE 'tablespace %I exists' END, w.name),
       'SELECT * FROM pg_tablespace'
  FROM unnest({tablespaces}) AS w(name)
  LEFT JOIN pg_tablespace AS s ON s.spcname = w.name
 ORDER BY w.name
