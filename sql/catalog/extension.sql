-- Extensions, except pgdiff itself. `_updates` are the versions that an update script leads to from here; the
-- server raises an error if asked about an extension whose files are gone.
SELECT {class pg_extension} AS classid,
       e.oid AS objid,
       0 AS objsubid,
       json_build_object(
         'name', json_build_array(e.extname),
         'comment', d.description,
         'version', e.extversion,
         'schema', n.nspname,
         '_relocatable', e.extrelocatable,
         '_updates', CASE WHEN e.extname IN (SELECT name FROM pg_available_extensions())
                          THEN (SELECT json_agg(u.target ORDER BY u.target)
                                  FROM pg_extension_update_paths(e.extname) AS u
                                 WHERE u.source = e.extversion AND u.path IS NOT NULL) END,
         '_with_pgdiff', nullif(EXISTS (SELECT FROM pg_extension AS own WHERE own.extname = 'pgdiff'), false))::text AS data
  FROM pg_extension AS e
  JOIN pg_namespace AS n ON n.oid = e.extnamespace
  LEFT JOIN pg_description AS d ON d.classoid = 'pg_extension'::regclass AND d.objoid = e.oid AND d.objsubid = 0
 WHERE e.extname <> 'pgdiff'
