-- Extensions, in a version, that the script creates or updates to.
SELECT CASE WHEN v.name IS NULL THEN 'fail' ELSE 'pass' END,
       format(CASE WHEN v.name IS NULL THEN 'the target''s server has no extension %I in version %s' ELSE 'extension %I is there in version %s' END,
              w.wanted[1], w.wanted[2]),
       format('SELECT * FROM pg_available_extension_versions WHERE name = %L', w.wanted[1])
  FROM (SELECT string_to_array(u.text, E'\n') FROM unnest({extensions}) AS u(text)) AS w(wanted)
  LEFT JOIN pg_available_extension_versions AS v ON v.name = w.wanted[1] AND v.version = w.wanted[2]
 ORDER BY w.wanted
