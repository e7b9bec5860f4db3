  FROM unnest({relations}) AS r(name)
  JOIN pg_locks AS l ON l.locktype = 'relation' AND l.relation = to_regclass(r.name) AND l.granted AND l.pid <> pg_backend_pid()
                    AND l.database = (SELECT d.oid FROM pg_database AS d WHERE d.datname = current_database())
